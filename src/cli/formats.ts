import { FORMATS } from '#lib/formats/registry.ts';

/** `argosy formats`: every format by name, and whether it is read, written, both, or only known. */
export async function formats(): Promise<number> {
	const width = Math.max(...FORMATS.map(({ name }) => name.length));
	for (const { name, title, read, write, isRefused, suffixes } of FORMATS) {
		const ways = isRefused ? 'known' : [read && 'in', write && 'out'].filter(Boolean).join(', ');
		const named = suffixes.length > 0 ? ` (.${suffixes.join(', .')})` : '';
		process.stdout.write(`${name.padEnd(width)}  ${ways.padEnd(7)}  ${title}${named}\n`);
	}
	return 0;
}
