import type { Json } from '#lib/core/decode.ts';
import { fail, type Result } from '#lib/core/result.ts';
import { refusal, type Format, type Reading, type Refusal } from '../../format.ts';
import type { Place } from '../frame.ts';
import { isComment, sentence, sentencesIn, warnOfVariables } from './sentences.ts';
import { Theory } from './theory.ts';

const NAME = 'aspic';

interface Rule {
	readonly name: string;
	readonly body: readonly string[];
	readonly head: string;
	readonly isStrict: boolean;
	readonly place: Place;
}

/** Tweety's text of an ASPIC+ theory: `d1: p, q => r`, `p -> q`, `=> p` for a premise, `d1 < d2` for an order. */
export const aspic: Format = {
	name: NAME,
	title: 'ASPIC+ rules as text',
	suffixes: ['aspic'],
	media: 'text/plain',
	recognises: ({ lines }) => {
		const said = lines.filter((line) => !isComment(line));
		const isSaid = (line: string) => LINE.test(line) || orderIn(line) !== null;
		return said.every(isSaid) && said.some((line) => line.includes('=>'));
	},
	accepts: () => true,
	read: readAspic
};

const LINE = /^\s*(?:\w+\s*:)?[\w\s,!~¬()-]*[=-]>\s*[\w\s,!~¬()-]+$/;

function readAspic(text: string): Result<Reading, Refusal> {
	const theory = new Theory(NAME);
	const rules: Rule[] = [];
	const ranks = new Map<string, number>();
	for (const [at, row] of text.split(/\r\n|\n|\r/).entries()) {
		if (row.trim() === '' || isComment(row)) continue;
		const place = { line: at + 1, column: row.length - row.trimStart().length + 1 };
		const rule = ruleIn(row, place);
		const order = rule ? null : orderIn(row);
		if (rule) rules.push(rule);
		for (const [rank, name] of order?.entries() ?? []) ranks.set(name, rank + 1);
		if (order) theory.draft.warn('order', 'Which rule is stronger is kept, but decides nothing here.', place);
		else if (!rule)
			theory.draft.warn(
				'not-a-rule',
				`This is neither a rule nor an order: ${row.trim().slice(0, 60)}`,
				place
			);
	}
	const strict = rules.filter(({ isStrict }) => isStrict).length;
	const native = { defeasible: rules.length - strict, strict };
	if (rules.length === 0 && text.trim() !== '')
		return fail(refusal('no-rules', 'There is no rule such as “p => q” in it.', 1, 1, native));
	const axioms = new Set<string>();
	for (const rule of rules) put(theory, rule, ranks, axioms);
	contradict(theory, rules, axioms);
	warnOfVariables(theory);
	return theory.reading(native);
}

/** The rule in a line: its last arrow parts the premises from the conclusion. */
function ruleIn(row: string, place: Place): Rule | null {
	const at = Math.max(row.lastIndexOf('->'), row.lastIndexOf('=>'));
	const head = at < 0 ? '' : literal(row.slice(at + 2));
	if (head === '') return null;
	const before = row.slice(0, at);
	const name = /^\s*(\w+)\s*:/.exec(before);
	const body = sentencesIn(before.slice(name?.[0].length ?? 0)).map(literal);
	return { name: name?.[1] ?? '', body, head, isStrict: row[at] === '-', place };
}

/** The names in `a < b < c`, the weakest first. */
function orderIn(row: string): string[] | null {
	const names = row.split('<').map((name) => name.trim());
	return names.length > 1 && names.every((name) => /^\w+$/.test(name)) ? names : null;
}

/** A sentence with its negations, however they are written, as one `!` or none. */
function literal(text: string): string {
	const [signs] = /^[\s!~¬-]*/.exec(text)!;
	const isDenied = signs.replaceAll(/\s/g, '').length % 2 === 1;
	const bare = sentence(text.slice(signs.length));
	return bare === '' ? '' : `${isDenied ? '!' : ''}${bare}`;
}

function put(theory: Theory, rule: Rule, ranks: ReadonlyMap<string, number>, axioms: Set<string>): void {
	const { name, body, head, isStrict, place } = rule;
	const rank = ranks.get(name);
	if (body.length === 0) {
		if (isStrict) axioms.add(head);
		const carried: Json = rank === undefined ? name || true : { name, rank };
		theory.give(head, isStrict ? 'axiom' : 'premise', place, carried);
		return;
	}
	const carried = { ...(name !== '' && { id: name }), ...(rank !== undefined && { rank }) };
	theory.rule(body, head, place, { sense: isStrict ? 'entails' : 'support', name, carried });
}

/** What is denied contradicts what is said; an axiom only attacks. To deny a rule by its name is to undercut it. */
function contradict(theory: Theory, rules: readonly Rule[], axioms: ReadonlySet<string>): void {
	const known = new Set(theory.names);
	const named = new Map(
		rules.flatMap((rule) => (rule.name === '' || rule.body.length === 0 ? [] : [[rule.name, rule]]))
	);
	for (const denial of known) {
		const denied = denial.slice(1);
		if (!denial.startsWith('!')) continue;
		const rule = named.get(denied);
		const place = { line: 0, column: 0 };
		if (known.has(denied)) {
			const [from, to] = axioms.has(denied) ? [denied, denial] : [denial, denied];
			const sense = axioms.has(denied) === axioms.has(denial) ? 'contradictory' : 'attack';
			if (sense === 'attack') theory.letYield(to);
			theory.rule([from], to, place, { sense });
		} else if (rule) theory.rule([denial], denied, rule.place, { sense: 'attack', isUndercut: true });
	}
}
