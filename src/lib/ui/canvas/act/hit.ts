import type { Id } from '#lib/core/model/item.ts';

/** The card, joint or line that one of these elements belongs to, leaving out `but`. */
export function idAt(elements: readonly (EventTarget | null)[], but: Id | null = null): Id | null {
	for (const element of elements) {
		if (!(element instanceof Element)) continue;
		const found = element.closest<HTMLElement | SVGElement>('[data-map], [data-line]');
		const id = found?.dataset['map'] ?? found?.dataset['line'];
		if (id !== undefined && id !== but) return id;
	}
	return null;
}
