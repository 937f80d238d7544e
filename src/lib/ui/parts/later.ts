import type { Component } from 'svelte';

/** A component that is loaded when it is first asked for; `null`, after `fail`, where it cannot be fetched now. */
export async function later(
	load: () => Promise<{ readonly default: Component }>,
	fail: () => void
): Promise<Component | null> {
	try {
		return (await load()).default;
	} catch {
		fail();
		return null;
	}
}
