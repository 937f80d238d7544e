import { flatten } from '#lib/core/evaluate/flatten.ts';
import type { Debate } from '#lib/core/model/debate.ts';
import type { Format, Writing } from '../format.ts';
import type { Sample } from '../sample.ts';
import { carriedOf } from './names.ts';
import { plainOf } from './plain.ts';
import { readFacts } from './readFacts.ts';
import { writeFacts } from './writeFacts.ts';

const NAME = 'af-apx';

/** Said where an attack framework cannot mean what the map does. */
export const CIRCLE = 'Support goes in a circle here: a solver may find other standings than the map has.';

/** Facts for Aspartix and other solvers: `arg(a).` and `att(a,b).`, now and then `sup(a,b).` */
export const apx: Format = {
	name: NAME,
	title: 'Aspartix facts',
	suffixes: ['apx'],
	media: 'text/plain',
	recognises: hasArguments,
	accepts: () => true,
	read: (text) => readFacts(text, NAME),
	write: writeApx
};

/** Whether there are facts about arguments in the lines that a text begins with. */
export function hasArguments({ lines }: Pick<Sample, 'lines'>): boolean {
	return lines.some((line) => /^\s*(?:arg|att|sup)\s*\([^()]*(?:\([^()]*\)[^()]*)?\)\s*(?:\.|$)/.test(line));
}

function writeApx(debate: Debate): Writing {
	const plain = plainOf(debate, NAME, flatten, CIRCLE);
	return writeFacts(debate, plain, NAME, ({ id, says }) => {
		const { base } = carriedOf(debate.get(id), NAME);
		return says === 'item' && typeof base === 'number' ? base : undefined;
	});
}
