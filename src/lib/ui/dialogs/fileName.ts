const MOST = 60;

/**
 * A name for a file that every system takes, made of the title in its own script: no signs that a path or a shell
 * reads, no dots or hyphens at its ends, `fallback` where nothing is left.
 */
export function fileName(title: string, fallback: string, extension: string): string {
	const name = [...title.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')].slice(0, MOST).join('');
	return `${name.replaceAll(/^-+|-+$/g, '') || fallback}.${extension}`;
}
