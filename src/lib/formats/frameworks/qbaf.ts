import { bipolar } from '#lib/core/evaluate/strength/bipolar.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import type { Result } from '#lib/core/result.ts';
import type { Format, Reading, Refusal, Writing } from '../format.ts';
import type { Sample } from '../sample.ts';
import { hasArguments } from './apx.ts';
import { hasBipolarAba, isBipolarAba, readBipolarAba, writeBipolarAba } from './theories/bipolarAba.ts';
import { factsIn } from './facts.ts';
import { carriedOf } from './names.ts';
import { plainOf } from './plain.ts';
import { nativeOf, readFacts } from './readFacts.ts';
import { writeFacts } from './writeFacts.ts';

const NAME = 'qbaf';
const JOINED = 'Joined premises are here as strong as their product, not as the weakest of them.';

/** Weighted frameworks: `arg(a, 0.5).`, `att(a,b).`, `sup(a,b).`, and the facts of bipolar assumptions. */
export const qbaf: Format = {
	name: NAME,
	title: 'Weighted bipolar framework',
	suffixes: ['bag', 'pl'],
	media: 'text/plain',
	recognises: isWeighted,
	accepts: hasArguments,
	read: readQbaf,
	write: writeQbaf
};

/** Whether there are weights, supports or bipolar assumptions in the lines that a text begins with. */
function isWeighted({ lines }: Sample): boolean {
	return lines.some(
		(line) =>
			/^\s*arg\s*\(\s*[^,()]+,\s*[-+\d.e]+\s*\)\s*(?:\.|$)/i.test(line) ||
			/^\s*sup\s*\([^,()]+,[^()]+\)\s*(?:\.|$)/.test(line) ||
			/^\s*my(?:Asm|Rule)\s*\([^()]+\)\s*(?:\.|$)/.test(line)
	);
}

function readQbaf(text: string): Result<Reading, Refusal> {
	const all = factsIn(text);
	const hasFramework = all.facts.some(({ name }) => name === 'arg' || name === 'att' || name === 'sup');
	if (!hasFramework && isBipolarAba(all)) return readBipolarAba(all, NAME, nativeOf(all));
	return readFacts(text, NAME);
}

function writeQbaf(debate: Debate): Writing {
	if (hasBipolarAba(debate, NAME)) return writeBipolarAba(debate, NAME);
	const said = (id: Id): number | undefined => {
		const { base } = carriedOf(debate.get(id), NAME);
		return typeof base === 'number' ? base : undefined;
	};
	const plain = plainOf(debate, NAME, (each) => bipolar(each, said), JOINED);
	if (!plain.isDirect) return writeFacts(debate, plain, NAME, ({ base }) => base);
	const isSaid = ({ id }: { readonly id: Id }) => NAME in (debate.get(id)?.ext ?? {});
	const weighted = plain.points.every(isSaid) ? null : bipolar(debate, said);
	return writeFacts(debate, plain, NAME, (point) => {
		if (isSaid(point)) return said(point.id);
		const at = weighted?.of.get(point.id);
		return at === undefined ? undefined : weighted?.arguments[at]?.base;
	});
}
