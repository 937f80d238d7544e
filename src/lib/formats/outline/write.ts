import type { Debate } from '#lib/core/model/debate.ts';
import { every } from '#lib/core/model/questions.ts';
import type { Writing } from '../format.ts';
import type { Losses } from '../losses.ts';
import { kindOf, nodesIn, type Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { lost, present } from '../tree/present.ts';
import { reduced, usedIn } from '../tree/reduce.ts';
import { isFor, senseOf } from '../tree/signs.ts';
import { escaped, isSayable, MARK } from './words.ts';

interface Line {
	readonly node: Node;
	readonly above: 'top' | 'relation' | 'claim';
	readonly level: number;
}

/**
 * Writes nested lists of Markdown: `Pro:` and `Con:` say the side of a reason, `And:` lines below an empty one are its
 * premises, and a claim in a second place is a link to its name.
 */
export function writeOutlineText(debate: Debate): Writing {
	const outline = outlined(debate, { format: 'outline', collapses: () => true, isNamed: true });
	const nodes = reduced(outline.nodes, { undercuts: true });
	const used = usedIn(nodes);
	const { title } = debate.about;
	const lines: string[] = [];
	const rest: Line[] = nodes.map((node) => ({ node, above: 'top' as const, level: 0 })).reverse();
	for (let line = rest.pop(); line; line = rest.pop()) {
		const { node, level } = line;
		const indent = '  '.repeat(level);
		const [first, ...others] = said(line, used).split('\n');
		lines.push(
			`${indent}- ${first}`.trimEnd(),
			...others.map((each) => (each === '' ? '' : `${indent}  ${each}`))
		);
		const above = kindOf(node) === 'relation' ? 'relation' : 'claim';
		rest.push(...node.children.map((child) => ({ node: child, above, level: level + 1 }) as const).reverse());
	}
	const heading = title === '' ? [] : [`# ${escaped(title.replaceAll(/\s+/g, ' ').trim())}`, ''];
	const text = `${[MARK, '', ...heading, ...lines].join('\n')}\n`;
	return { text, lost: lossesOf(debate, outline.nodes, nodes, outline.lost).list() };
}

/** A line with its sign and, where it is needed, its name. */
function said({ node, above }: Line, used: ReadonlySet<string>): string {
	const { id, text, fields, carried } = node;
	const relation = fields['relation'];
	const side = relation === undefined ? null : isFor(senseOf(relation) ?? 'support') ? 'Pro:' : 'Con:';
	const sign = above === 'top' ? '' : (side ?? (above === 'relation' ? 'And:' : ''));
	if (kindOf(node) === 'relation') return sign;
	const use = fields['use'];
	const link = use === undefined ? '' : `[${labelOf(text)}](#${use})`;
	const isNamed = use === undefined && (used.has(id) || text === '' || carried['anchor'] === true);
	const name = isNamed ? `{#${id}}` : '';
	return [sign, link || escaped(text), name].filter((part) => part !== '').join(' ');
}

/** Words for a link, of one line. */
function labelOf(text: string): string {
	return text
		.replaceAll(/\s+/g, ' ')
		.replaceAll(/[[\]\\]/g, '\\$&')
		.trim();
}

function lossesOf(debate: Debate, whole: readonly Node[], nodes: readonly Node[], found: Losses): Losses {
	const carried = ['joined', 'secondUses', 'undercuts', 'attacksOnAttacks'] as const;
	const losses = lost(present(debate, 'outline'), carried);
	for (const loss of found.list()) losses.add(loss);
	const isLoose = whole.some((node) => kindOf(node) === 'relation' && node.fields['on'] !== undefined);
	const bare = every(debate, 'relation').filter(({ premises }) => premises.length === 0);
	losses.add('undercuts', isLoose || bare.some(({ id }) => debate.referrers(id, 'target').size > 0));
	const { title } = debate.about;
	losses.add('about', !isSayable(title) || /\s\s|[^\S ]/.test(title));
	for (const { text, fields } of nodesIn(nodes))
		losses.add('texts', fields['use'] === undefined && !isSayable(text));
	return losses;
}
