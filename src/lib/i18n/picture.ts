import { en } from './en.ts';
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

/** The same from how the server counts them, `chinese 12, arabic 3`; `''` where nothing is missing. */
export function missingWordsOf(counts: string): string {
	const missing = counts.split(', ').flatMap((entry) => {
		const [script = '', count] = entry.split(' ');
		return isScript(script) ? [{ script, count: Number(count) }] : [];
	});
	return missing.length === 0 ? '' : missingWords(missing);
}

function isScript(name: string): name is ScriptOf<Key> {
	return Object.hasOwn(en, `script.${name}`);
}

interface Bounded {
	readonly pixels: { readonly width: number; readonly height: number; readonly scale: number };
	readonly most: number;
	/** What would fit, if anything does. */
	readonly scale: number | null;
}

/** Says that a picture would have too many pixels, or none, and what to do. */
export function unfitWords({ pixels, most, scale }: Bounded): string {
	const { width, height } = pixels;
	const across = Math.round((width / pixels.scale) * (scale ?? 0));
	if (scale === null) return t('picture.tooLong');
	if (Math.min(width, height) < 1) return t('picture.tooSmall', { scale: String(scale) });
	return t('picture.tooBig', { width, height, most: most / 1e6, scale: String(scale), across });
}
