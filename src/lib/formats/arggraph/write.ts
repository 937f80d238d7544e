import type { Debate } from '#lib/core/model/debate.ts';
import { every } from '#lib/core/model/questions.ts';
import { escapeXml, fitsXml } from '../carriers/xml.ts';
import type { Writing } from '../format.ts';
import type { Losses } from '../losses.ts';
import { lost, present } from '../tree/present.ts';
import { carriedBy } from './carried.ts';
import { piecesOf } from './page.ts';
import type { Attributes, Piece } from './pieces.ts';
import { titleIn, UNTITLED } from './read.ts';

/** Writes an argument graph, what nobody changed as it was read. */
export function writeArggraph(debate: Debate): Writing {
	const root = rootOf(debate);
	const losses = lossesOf(debate);
	losses.add('about', titleIn(root) !== debate.about.title);
	const lines = piecesOf(debate).map((piece) => `  ${elementOf(piece)}\n`);
	const head = `<?xml version='1.0' encoding='UTF-8'?>\n<arggraph${attributesOf(root)}>\n`;
	return { text: `${head}${lines.join('')}</arggraph>\n`, lost: losses.list() };
}

/** The attributes of the graph: as they were read while the title is the same. */
function rootOf(debate: Debate): Attributes {
	const { title } = debate.about;
	let root: Attributes | null = null;
	for (const item of debate.items()) root ??= carriedBy(item).root;
	if (root && titleIn(root) === title) return root;
	return { ...root, id: /^[\p{L}_][\p{L}\p{N}._-]*$/u.test(title) ? title : UNTITLED };
}

function lossesOf(debate: Debate): Losses {
	const losses = lost(present(debate, 'arggraph'), [
		'unstated',
		'joined',
		'secondUses',
		'undercuts',
		'attacksOnAttacks',
		'schemes'
	]);
	for (const { sense, scheme } of every(debate, 'relation'))
		losses.add('schemes', scheme !== '' && !(sense === 'support' && scheme === 'example'));
	const isUnfit = every(debate, 'claim').some(({ text }) => !fitsXml(text));
	losses.add('texts', isUnfit);
	return losses;
}

function elementOf({ name, attributes, text }: Piece): string {
	return name === 'edu'
		? `<edu${attributesOf(attributes)}>${contentOf(text)}</edu>`
		: `<${name}${attributesOf(attributes)}/>`;
}

function attributesOf(attributes: Attributes): string {
	let text = '';
	for (const name in attributes) text += ` ${name}="${escapeXml(attributes[name]!)}"`;
	return text;
}

/** As in the corpora: in a section of its own, where that can hold it. */
function contentOf(text: string): string {
	const fits = fitsXml(text) && !text.includes(']]>') && !text.includes('\r');
	return fits ? `<![CDATA[${text}]]>` : escapeXml(text);
}
