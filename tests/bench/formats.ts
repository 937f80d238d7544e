import { FORMATS, formatNamed } from '#lib/formats/registry.ts';
import { writeArgdown } from '#lib/formats/argdown/write/write.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';
import { besideReference } from '../support/files/reference.ts';
import { grown } from '../support/grown.ts';

const MEGABYTES = 3;

/** Argdown of 3 MB: a debate with sections' worth of reasons, joined premises, undercuts and second uses. */
function argdown(): string {
	const one = writeArgdown(grown({ claims: 1_000, seed: 5 })).text.replace(/^===[^]*?\n===\n/, '');
	const parts: string[] = [];
	// Titles are new each time, so that the model grows with the text.
	for (let size = 0; size < MEGABYTES * 1e6; size += one.length)
		parts.push(
			one.replaceAll(
				/\[(Claim \d+)\]|<(Argument \d+)>/g,
				(found) => `${found.slice(0, -1)} of ${parts.length}${found.at(-1)}`
			)
		);
	return parts.join('\n');
}

export const benches: Bench[] = [
	{
		name: 'Argdown: 3 MB to model, beside the reference parser',
		reach: '10 times as fast, memory at most half',
		run: async () => ({ figure: await besideReference(argdown()) })
	},
	{
		name: 'AIF JSON of 10,000 nodes to model',
		reach: '100 ms',
		run: async () => {
			const aif = formatNamed('aif-json')!;
			const { text } = aif.write!(grown({ claims: 5_000, seed: 3 }));
			const nodes = (text.match(/"nodeID"/g) ?? []).length;
			const ms = await median(5, () => took(() => aif.read!(text, () => null)));
			return { figure: `${inMs(ms)} (${nodes} nodes)` };
		}
	},
	{
		name: 'any format: 10,000 claims out',
		reach: '150 ms each',
		run: async () => {
			const debate = grown({ claims: 10_000, seed: 3 });
			const figures: { name: string; ms: number }[] = [];
			for (const { name, write } of FORMATS)
				if (write) figures.push({ name, ms: await median(3, () => took(() => write(debate))) });
			figures.sort((a, b) => b.ms - a.ms);
			const slowest = figures.slice(0, 5).map(({ name, ms }) => `${name} ${inMs(ms)}`);
			return { figure: `${figures.length} formats; slowest ${slowest.join(', ')}` };
		}
	}
];
