import fc, { type Arbitrary } from 'fast-check';
import { Debate } from '#lib/core/model/debate.ts';
import { claim, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';

/** Words of one or several lines that any outline can hold, but for what looks like its own signs. */
const anyWords: Arbitrary<string> = fc
	.array(
		fc.constantFrom(
			'trams',
			'Pro:',
			'con',
			'+',
			'- run',
			'12.',
			'# late',
			'-> See 1.',
			'(at 2)',
			'<b>&amp;',
			'"so"',
			'`x`',
			'*all*',
			"'=1",
			'=A1',
			'[x]',
			'\\',
			'{y}',
			'%%'
		),
		{
			minLength: 1,
			maxLength: 5
		}
	)
	.chain((words) => fc.constantFrom(words.join(' '), words.join(words.length > 3 ? '\n' : ' ')));

/**
 * Claims with single reasons for and against: what every outline holds. With `reuse`, some claims bear on a second
 * one, in circles too.
 */
export function anyTree({ reuse = false }: { readonly reuse?: boolean } = {}): Arbitrary<Debate> {
	const node = fc.record({
		text: anyWords,
		above: fc.nat(1000),
		sense: fc.constantFrom('support', 'attack'),
		isRoot: fc.nat(5).map((one) => one === 0),
		again: fc.option(fc.nat(1000), { nil: undefined, freq: 5 })
	});
	return fc.tuple(fc.array(node, { minLength: 1, maxLength: 25 }), anyWords).map(([nodes, title]) => {
		const debate = new Debate();
		debate.about = { title: title.replaceAll('\n', ' '), summary: '' };
		const orders = after(null, nodes.length * 2);
		for (const [at, { text, above, sense, isRoot, again }] of nodes.entries()) {
			debate.set(claim({ id: `c${at}`, text, order: orders[at]! }));
			const bear = (on: number, id: string, order: string): void =>
				debate.set(relation({ id, sense, premises: [premise(`c${at}`)], target: `c${on}`, order }));
			if (at > 0 && !isRoot) bear(above % at, `r${at}`, orders[at]!);
			if (reuse && again !== undefined) bear(again % nodes.length, `s${at}`, orders[nodes.length + at]!);
		}
		for (const item of [...debate.items()])
			if (item.kind === 'relation' && item.id.startsWith('s') && !debate.has(item.target ?? ''))
				debate.delete(item.id);
		return debate;
	});
}
