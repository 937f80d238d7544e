import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addReason } from '#lib/core/edit/addReason.ts';
import { apply } from '#lib/core/edit/apply.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import type { Layout } from '#lib/draw/layout/types.ts';
import { miniature } from '#lib/draw/miniature.ts';
import { sceneOf } from '#lib/draw/scene.ts';
import { svg } from '#lib/draw/svg.ts';
import { writeArgosy } from '#lib/formats/argosy/write.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { byDagre, byElk, crossings, ours, overlaps, type Drawn } from '../support/beside.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';
import { grown } from '../support/grown.ts';

const SEED = 7;

/** All of a layout, lines and bounds included: these are worked out when they are asked for. */
function whole(debate: Debate): Layout {
	const made = layout(debate);
	void made.lines;
	void made.bounds;
	return made;
}

/** Words are measured once before: what is taken is the layout with its lines. */
async function layoutOf(claims: number): Promise<{ figure: string }> {
	const debate = grown({ claims, seed: SEED });
	const { bounds } = whole(debate);
	const ms = await median(9, () => took(() => whole(debate)));
	return { figure: `${inMs(ms)}, ${(bounds!.width / bounds!.height).toFixed(1)} : 1` };
}

const SCREEN = { width: 1600, height: 1000 };

/** What a screen around a card shows. */
function look(made: Layout, id: Id): void {
	const { x, y } = made.cards.get(id)!;
	const area = { x: x - SCREEN.width / 2, y: y - SCREEN.height / 2, ...SCREEN };
	void [made.bounds, made.stopsWithin(area), made.linesWithin(area)];
}

/** One more reason, somewhere, again and again: the layout after it, and then also what a screen around it shows. */
async function relayout(claims: number, links: number): Promise<string> {
	const debate = grown({ claims, seed: SEED, links });
	let before: Layout = whole(debate);
	let turn = 0;
	const edit = (isSeen: boolean) => {
		const claim = `new${turn}`;
		const reason = {
			target: `c${(turn * 997) % (claims >> 1)}`,
			claim,
			relation: `on${turn++}`,
			text: 'One more reason'
		};
		const done = apply(debate, addReason(debate, { ...reason, sense: 'support' }));
		if (!done.ok) throw new Error(done.error.refusal);
		const { touched } = done.value;
		return took(() => {
			before = layout(debate, { before, touched });
			if (isSeen) look(before, claim);
		});
	};
	const laid = await median(31, () => edit(false));
	return `${inMs(laid)}, ${inMs(await median(31, () => edit(true)))} with all that a screen shows`;
}

/** Beside two well-known libraries on the same cards and lines, each in this run. */
async function besideOthers(): Promise<{ figure: string }> {
	const debate = grown({ claims: 1_000, seed: SEED });
	const own = ours(layout(debate));
	const ms = await median(9, () => took(() => whole(debate)));
	const told = async (name: string, by: (drawn: Drawn) => Drawn | Promise<Drawn>): Promise<string> => {
		let made = own;
		const time = await took(async () => (made = await by(own)));
		return `${name} ${inMs(time)} (${Math.round(time / ms)} times as long), ${overlaps(made)} overlaps, ${crossings(made)} crossings`;
	};
	const first = `ours ${inMs(ms)}, ${overlaps(own)} overlaps, ${crossings(own)} crossings`;
	return { figure: [first, await told('dagre', byDagre), await told('elk', byElk)].join('; ') };
}

/** From a file to a picture by the built command line, start of the process included. */
async function wholeProcess(output: string, ...more: readonly string[]): Promise<{ figure: string }> {
	const folder = mkdtempSync(join(tmpdir(), 'drawing-'));
	try {
		const file = join(folder, 'debate.json');
		writeFileSync(file, writeArgosy(grown({ claims: 1_000, seed: SEED })).text);
		const words = ['build/cli/argosy.js', 'convert', file, '-o', join(folder, output), ...more];
		const run = () => execFileSync(process.execPath, words, { stdio: 'pipe' });
		return { figure: inMs(await median(3, () => took(run))) };
	} finally {
		rmSync(folder, { recursive: true });
	}
}

export const benches: Bench[] = [
	{
		name: 'SVG of 1,000 claims, the whole process of the built command',
		reach: '400 ms',
		run: () => wholeProcess('debate.svg')
	},
	{
		name: 'PNG of 1,000 claims, 8,000 pixels wide, the whole process of the built command',
		reach: '3 s',
		run: () => wholeProcess('debate.png', '--width', '8000')
	},
	{
		name: 'layout of 1,000 claims beside other libraries',
		reach: '30 times as fast, no overlaps, fewer crossings',
		run: besideOthers
	},
	{
		name: 'layout of 1,000 claims with links, and its shape',
		reach: '15 ms, between 1 : 2 and 3 : 1',
		run: () => layoutOf(1_000)
	},
	{
		name: 'layout of 10,000 claims with links, and its shape',
		reach: '150 ms, between 1 : 2 and 3 : 1',
		run: () => layoutOf(10_000)
	},
	{
		name: 'layout after one edit of 10,000 claims with links',
		reach: '16 ms',
		run: async () => ({ figure: await relayout(10_000, 0.03) })
	},
	{
		name: 'layout after one edit of 1,000, 10,000 and 40,000 claims without links',
		reach: 'the same for all',
		run: async () => {
			const figures = [await relayout(1_000, 0), await relayout(10_000, 0), await relayout(40_000, 0)];
			return { figure: figures.join('; ') };
		}
	},
	{
		name: 'picture of a debate of 10,000 claims for the home page',
		reach: '5 ms',
		run: async () => {
			const debate = grown({ claims: 10_000, seed: SEED });
			const size = { width: 360, height: 180 };
			return { figure: inMs(await median(9, () => took(() => miniature(debate, size)))) };
		}
	},
	{
		name: 'SVG text of 1,000 claims, layout included',
		reach: 'under 100 ms',
		run: async () => {
			const debate = grown({ claims: 1_000, seed: SEED });
			const draw = () => svg(sceneOf(debate, layout(debate), drawingWords()), { theme: 'light' });
			return { figure: inMs(await median(5, () => took(draw))) };
		}
	}
];
