import type { Debate } from '#lib/core/model/debate.ts';
import { every } from '#lib/core/model/questions.ts';
import type { Writing } from '../format.ts';
import type { Losses } from '../losses.ts';
import type { Node } from '../tree/node.ts';
import { outlined } from '../tree/outline.ts';
import { lost, present } from '../tree/present.ts';
import { reduced, usedIn } from '../tree/reduce.ts';
import { isFor, senseOf } from '../tree/signs.ts';

/** The first line of what we write, with the title. */
export const HEAD = '# Argument map:';

interface Line {
	readonly node: Node;
	readonly isReason: boolean;
	readonly key: string;
	readonly level: number;
}

/**
 * Writes argmap YAML. Comments behind keys say what the format has no word for: `# id c3` names a claim, and `# see
 * c3` is that claim again.
 */
export function writeArgmap(debate: Debate): Writing {
	const outline = outlined(debate, { format: 'argmap-yaml', collapses: () => false, isNamed: true });
	const nodes = reduced(outline.nodes, { undercuts: false });
	const used = usedIn(nodes);
	const lines = [`${HEAD} ${titleOf(debate)}`.trimEnd()];
	const rest = nodes.map((node) => ({ node, isReason: false, key: '', level: 0 })).reverse();
	for (let line: Line | undefined = rest.pop(); line; line = rest.pop()) {
		const { node, isReason, key, level } = line;
		lines.push(...(isReason ? reasonLines(node, key, level) : claimLines(node, level, used)));
		const keys = isReason ? [] : keysOf(node.children);
		const below = node.children.map((child, at) => ({
			node: child,
			isReason: !isReason,
			key: keys[at] ?? '',
			level: level + 1
		}));
		rest.push(...below.reverse());
	}
	return { text: `${lines.join('\n')}\n`, lost: lossesOf(debate, outline.lost).list() };
}

function lossesOf(debate: Debate, found: Losses): Losses {
	const losses = lost(present(debate, 'argmap-yaml'), [
		'joined',
		'unstated',
		'secondUses',
		'schemes',
		'notes'
	]);
	for (const loss of found.list()) losses.add(loss);
	const unnoted = [...every(debate, 'relation'), ...every(debate, 'evidence'), ...every(debate, 'argument')];
	losses.add(
		'notes',
		unnoted.some(({ notes }) => notes !== '')
	);
	return losses;
}

/** The title, quoted where a plain line would not give it back. */
function titleOf({ about: { title } }: Debate): string {
	return title === title.trim() && !title.startsWith('"') && !/[^\P{C}\p{Cf}]|[\u2028\u2029]/u.test(title)
		? title
		: quoted(title);
}

/** A claim, with its name where it is needed: it is used again, or its words could be taken for something else. */
function claimLines({ id, text, fields }: Node, level: number, used: ReadonlySet<string>): string[] {
	const isUnstated = fields['unstated'] !== undefined;
	const isOdd =
		text.startsWith('-') || text === 'label' || text === 'strength' || (isUnstated && !/^\S/.test(text));
	const use = fields['use'];
	const word = isUnstated ? 'unstated' : 'id';
	const mark = use !== undefined ? ` # see ${use}` : used.has(id) || isOdd ? ` # ${word} ${id}` : '';
	const indent = '  '.repeat(level);
	const key = quoted(isUnstated ? `-${text}` : text);
	const lines = key.length < 1000 ? [`${indent}${key}:${mark}`] : [`${indent}? ${key}${mark}`, `${indent}:`];
	return fields['notes'] === undefined ? lines : [...lines, `${indent}  note: ${quoted(fields['notes'])}`];
}

function reasonLines({ fields, carried }: Node, key: string, level: number): string[] {
	const indent = '  '.repeat(level);
	const strength = carried['strength'];
	return [
		`${indent}${/^[a-z][\w-]*$/i.test(key) ? key : quoted(key)}:`,
		...(fields['scheme'] === undefined ? [] : [`${indent}  label: ${quoted(fields['scheme'])}`]),
		...(typeof strength === 'string'
			? [`${indent}  strength: ${/^\d+$/.test(strength) ? strength : quoted(strength)}`]
			: [])
	];
}

/** A key for each reason: the one that it was read with where that still says which side it is on, else r1, o1, …. */
function keysOf(reasons: readonly Node[]): string[] {
	const own = reasons.map(({ carried }) => (typeof carried['key'] === 'string' ? carried['key'] : ''));
	const taken = new Set(own);
	const seen = new Set<string>();
	let count = 0;
	return reasons.map(({ fields }, at) => {
		const isPro = isFor(senseOf(fields['relation']) ?? 'support');
		const key = own[at]!;
		if (key !== '' && key !== 'note' && !/^[-o]/.test(key) === isPro && !seen.has(key)) {
			seen.add(key);
			return key;
		}
		for (count++; taken.has(`${isPro ? 'r' : 'o'}${count}`);) count++;
		return `${isPro ? 'r' : 'o'}${count}`;
	});
}

/** Double quotes: YAML takes what JSON does, if line separators are escaped too. */
function quoted(text: string): string {
	return JSON.stringify(text).replaceAll(
		/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
	);
}
