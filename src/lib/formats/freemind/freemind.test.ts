import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { told } from '../told.ts';
import { debate } from '#tests/support/debates.ts';
import { debateOf } from '#tests/support/formats.ts';
import type { Reading } from '../format.ts';
import { recognised } from '../registry.ts';
import { readFreemind } from './read.ts';
import { writeFreemind } from './write.ts';

const LIBRARY = readFileSync('tests/fixtures/freemind/library.mm', 'utf8');

function read(text: string): Reading {
	const result = readFreemind(text);
	if (!result.ok) throw new Error(result.error.errors[0]?.message);
	return result.value;
}

function relations({ items }: Reading): unknown[] {
	return items.flatMap((item) =>
		item.kind === 'relation' ? [[item.premises[0]?.id, item.sense, item.target]] : []
	);
}

test('[F58] nodes are reasons, icons, headings and clones say which and where else', () => {
	const reading = read(LIBRARY);
	expect(relations(reading)).toEqual([
		['ID_2', 'support', 'ID_1'],
		['ID_3', 'attack', 'ID_1'],
		['ID_4', 'support', 'ID_3'],
		['ID_5', 'attack', 'ID_1'],
		['ID_2', 'attack', 'ID_1']
	]);
	expect(reading.about.title).toBe('The library should open on Sundays');
	expect(reading.warnings.map(({ code, line }) => [code, line])).toEqual([
		['links', 8],
		['html', 14],
		['heading', 33]
	]);
	expect(reading.native).toEqual({
		root: 'map',
		elements: { node: 7, richcontent: 3, arrowlink: 1, icon: 3, attribute: 1, hook: 1, font: 1 }
	});
	expect(recognised(LIBRARY)?.name).toBe('freemind');
	expect(recognised(LIBRARY, 'old.mup')?.name).toBe('freemind');
});

test('[F58] HTML becomes words, details and notes become notes', () => {
	const { items } = read(LIBRARY);
	const claims = items.filter((item) => item.kind === 'claim');
	expect(claims.find(({ id }) => id === 'ID_2')?.notes).toBe('Asked in May\n\nOf 300 people\n200 said so');
	expect(claims.find(({ id }) => id === 'ID_3')?.text).toBe('Staff need two free days\nsays the law');
	expect(claims.find(({ id }) => id === 'ID_4')?.text).toBe('Weekdays\nare free & quiet');
});

test('[F58] what nobody changed comes back, form, icons, arrows and attributes included', () => {
	const { items, about } = read(LIBRARY);
	const { text, lost } = writeFreemind(debateOf(items, about));
	expect(lost).toEqual([]);
	for (const part of [
		'<node FOLDED="false" STYLE="oval"',
		'<hook NAME="MapStyle"><properties show_icons="true"/></hook>',
		'<arrowlink DESTINATION="ID_5" ENDARROW="DEFAULT"/>',
		'Asked in <b>May</b>',
		'Staff need <i>two</i> free',
		'<icon BUILTIN="idea"/>',
		'<attribute NAME="cost" VALUE="high"/>',
		'TEXT="&lt;html&gt;&lt;body&gt;'
	])
		expect(text.replace('<node TEXT="The library should open on Sundays" ', '<node ')).toContain(part);
	expect(told(read(text))).toEqual(told({ about, items }));
	expect(text.match(/<map/g)).toHaveLength(1);
	expect(text.split('\n')[1]).toContain('The library should open on Sundays');
});

test('[F58] words and sides that somebody changed replace the form and the icons that said otherwise', () => {
	const { items, about } = read(LIBRARY);
	const changed = items.map((item) => {
		if (item.kind === 'claim' && item.id === 'ID_3')
			return { ...item, text: 'Staff need rest', notes: 'Ask.' };
		if (item.kind === 'relation' && item.premises[0]?.id === 'ID_3')
			return { ...item, sense: 'support' as const };
		return item;
	});
	const { text } = writeFreemind(debateOf(changed, about));
	expect(text).toContain(
		'<node TEXT="Staff need rest" POSITION="left" ID="ID_3">\n\t\t\t<icon BUILTIN="button_ok"/>'
	);
	expect(text).toContain(
		'<richcontent TYPE="NOTE"><html><head/><body><p>Ask.</p></body></html></richcontent>'
	);
	expect(text).not.toContain('button_cancel"/>\n\t\t\t<icon BUILTIN="idea"');
	expect(told(read(text))).toEqual(told({ about, items: changed }));
});

test('[F58] a debate of ours stands below a node for the whole, with icons for both sides', () => {
	const made = debate('a', 'b', 'c', 'd', 'b>a', 'c-a');
	made.about = { title: 'Rivers', summary: 'About water.' };
	const { text } = writeFreemind(made);
	expect(text.match(/<icon BUILTIN="\w+"/g)).toEqual([
		'<icon BUILTIN="button_ok"',
		'<icon BUILTIN="button_cancel"'
	]);
	expect(told(read(text))).toEqual(told({ about: made.about, items: made.items() }));
});
