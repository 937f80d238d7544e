import { t, type Key } from './t.ts';

type ScriptOf<K> = K extends `script.${infer Script}` ? Script : never;

/** Says which characters of a picture could not be drawn. */
export function missingWords(
	missing: readonly { readonly script: ScriptOf<Key>; readonly count: number }[]
): string {
	const list = missing.map(({ script, count }) =>
		t('picture.missingOne', { script: t(`script.${script}`), count })
	);
	return t('picture.missing', { list: list.join(', ') });
}

interface Bounded {
	readonly pixels: { readonly width: number; readonly height: number };
	readonly most: number;
	/** What would fit. */
	readonly scale: number;
}

/** Says that a picture would have too many pixels, and what to do. */
export function tooBigWords({ pixels, most, scale }: Bounded): string {
	return t('picture.tooBig', {
		width: pixels.width,
		height: pixels.height,
		most: most / 1e6,
		scale: String(scale)
	});
}
