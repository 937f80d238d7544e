import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from './support/house.ts';

const texts = new Map(filesIn('src').map(({ path, text }) => [path, text]));

/** What a file of code needs before it runs: neither types nor what it loads when asked for. */
function neededBy(path: string): string[] {
	const found = (texts.get(path) ?? '').matchAll(/^\s*import (?!type\b)(?:[^;'"]*? from )?'([^']+)'/gm);
	return [...found].map(([, name]) => {
		if (name!.startsWith('#lib/')) return name!.replace('#lib', 'src/lib');
		return name!.startsWith('.') ? posix.join(posix.dirname(path), name!) : name!;
	});
}

test('[A7] an open debate begins without menus, dialogs, formats and charts: they are loaded when asked for', () => {
	const seen = new Set(['src/routes/debates/[id]/+page.svelte']);
	for (const path of seen) for (const needed of neededBy(path)) seen.add(needed);
	expect(seen).toContain('src/lib/ui/canvas/Canvas.svelte');
	const late = /^(bits-ui|yaml|saxes|src\/lib\/formats\/\w+\/.*|src\/lib\/ui\/.*Dialog\.svelte)$/;
	expect([...seen].filter((path) => late.test(path))).toEqual([]);
	const drawn = [...seen].filter((path) => neededBy(path).includes('d3'));
	expect(drawn).toEqual(['src/lib/draw/lines/line.ts']);
});
