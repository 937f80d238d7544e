import type { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { debateOf } from '#lib/formats/debateOf.ts';
import { line } from '../check.ts';
import { parsed } from '../options.ts';
import { readFile } from '../readFile.ts';
import { namesIn, spoken, type Names } from './names.ts';
import {
	GRADUAL,
	POSITIONS,
	positionsReport,
	queryReport,
	strengthReport,
	verdictReport,
	type PositionsAsked
} from './reports.ts';
import { toldPositions, toldQuery, toldStrength, toldVerdict } from './told.ts';

const OPTIONS = {
	json: { type: 'boolean', default: false },
	from: { type: 'string' },
	semantics: { type: 'string', default: 'verdict' },
	query: { type: 'string' },
	budget: { type: 'string', default: '10' }
} as const;

/** What was asked of one debate. */
interface Asked {
	readonly debate: Debate;
	readonly names: Names;
	readonly format: string | null;
	readonly semantics: string;
	readonly query: Id | null;
	readonly stop: () => boolean;
}

/**
 * `argosy evaluate FILE [--json] [--semantics NAME] [--query ID] [--budget SECONDS] [--from NAME]`: how everything in a
 * map stands, the positions that it leaves open, or how strong everything is. Answers 0 when done, even where the
 * budget did not suffice, which is said, and 1 when refused.
 */
export async function evaluateFile(args: string[]): Promise<number> {
	const read = parsed(args, OPTIONS, true);
	if (!read) return 1;
	const { values, positionals } = read;
	const { semantics } = values;
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0)
		return refuse('Name one file to evaluate, or - for standard input.');
	const all = ['verdict', ...POSITIONS, ...Object.keys(GRADUAL)];
	if (!all.includes(semantics))
		return refuse(`There is no semantics “${semantics}”. There are: ${all.join(', ')}.`);
	const seconds = Number(values.budget);
	if (values.budget.trim() === '' || !(seconds >= 0))
		return refuse(`“${values.budget}” is not a number of seconds.`);
	const { format, result } = readFile(file, values.from);
	if (!result.ok) return refuse([`${file} could not be read.`, ...result.error.errors.map(line)].join('\n'));
	for (const warning of result.value.warnings) console.error(line(warning));
	const debate = debateOf(result.value);
	const known = namesIn(debate, format);
	const names = values.json ? known : spoken(known, debate, format);
	const query = values.query === undefined ? null : known.find(values.query);
	if (query === undefined) return refuse(`There is no “${values.query}” in ${file}.`);
	const asked = { debate, names, format, semantics, query, stop: within(seconds) };
	const { report, text } = answered(asked);
	process.stdout.write(values.json ? `${JSON.stringify({ semantics, ...report })}\n` : text);
	return 0;
}

/** The answer as a value and in words. */
function answered(asked: Asked): { readonly report: object; readonly text: string } {
	const { debate, names, format, semantics, query, stop } = asked;
	const gradual = GRADUAL[semantics];
	if (gradual) {
		const report = strengthReport(debate, limited(names, query), gradual, format);
		return { report, text: toldStrength(gradual.name, report) };
	}
	if (semantics === 'verdict') {
		const report = verdictReport(debate, limited(names, query));
		return { report, text: toldVerdict(report) };
	}
	const wanted = semantics as PositionsAsked;
	if (query !== null) {
		const report = queryReport(debate, names, wanted, query, stop);
		return { report, text: toldQuery(wanted, report) };
	}
	const report = positionsReport(debate, names, wanted, stop);
	return { report, text: toldPositions(wanted, report) };
}

/** Only what was asked about, where something was. */
function limited(names: Names, query: Id | null): Names {
	if (query === null) return names;
	const only = (ids: readonly Id[]) => ids.filter((id) => id === query);
	return { ...names, points: only(names.points), relations: only(names.relations) };
}

function within(seconds: number): () => boolean {
	const end = performance.now() + seconds * 1000;
	return () => performance.now() >= end;
}

function refuse(message: string): 1 {
	console.error(message);
	return 1;
}
