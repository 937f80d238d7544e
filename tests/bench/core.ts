import { apply } from '#lib/core/edit/apply.ts';
import type { Step } from '#lib/core/edit/step.ts';
import { loops } from '#lib/core/model/loops.ts';
import { Debate } from '#lib/core/model/debate.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import { inMs, median, took, type Bench } from '../support/bench.ts';

const COUNT = 10_000;
const WORDS = 'The Organization of Turkic States matters more and more for Central Asia.';

/** 10,000 claims, each but the first a reason for or against an earlier one: six reasons to a claim. */
function steps(): Step[] {
	const orders = after(null, 6);
	return Array.from({ length: COUNT }, (_, at): Step[] => {
		const added: Step = { do: 'add', item: claim({ id: `c${at}`, text: `${WORDS} ${at}` }) };
		if (at === 0) return [added];
		const made = relation({
			id: `r${at}`,
			sense: at % 3 === 0 ? 'attack' : 'support',
			premises: [premise(`c${at}`)],
			target: `c${Math.floor((at - 1) / 6)}`,
			order: orders[(at - 1) % 6]!
		});
		return [added, { do: 'add', item: made }];
	}).flat();
}

function big(): Debate {
	const debate = new Debate();
	apply(debate, steps());
	return debate;
}

function reword(at: number, turn: number): Step {
	return { do: 'set', kind: 'claim', id: `c${at}`, to: { text: `Reworded ${turn}` } };
}

export const benches: Bench[] = [
	{
		name: '10,000 claims added in one list of steps',
		reach: '60 ms',
		async run() {
			const all = steps();
			return { figure: inMs(await median(15, () => took(() => apply(new Debate(), all)))) };
		}
	},
	{
		name: 'one step on a debate of 10,000 claims',
		reach: 'under 0.1 ms',
		async run() {
			const debate = big();
			const thousand = (turn: number) => {
				for (let at = 0; at < 1_000; at++) apply(debate, [reword(at * 9, turn)]);
			};
			let turn = 0;
			return { figure: inMs((await median(15, () => took(() => thousand(turn++)))) / 1_000) };
		}
	},
	{
		name: 'all loops among 10,000 claims',
		reach: 'under 50 ms',
		async run() {
			const debate = big();
			return { figure: inMs(await median(15, () => took(() => loops(debate)))) };
		}
	}
];
