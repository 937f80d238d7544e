import { expect, test } from 'vitest';
import { t, type Key } from '#lib/i18n/t.ts';
import { filesIn, isTest } from '#tests/support/house.ts';
import { ACTIONS } from '../../canvas/actions.ts';
import { SEARCH_KEYS } from '../../shell/find.ts';
import { DIALOG_KEYS } from '../dialogs.svelte.ts';
import { keyGroups } from './keyGroups.ts';

/** Where keys are heard, and under which heading the list names them. Widgets of the platform are fields. */
const PLACES: Readonly<Record<string, readonly Key[]>> = {
	'canvas/Canvas.svelte': ['map.place'],
	'canvas/actions.ts': ['map.place'],
	'canvas/act/input.ts': ['map.place'],
	'canvas/card/WordsEditor.svelte': ['keys.inWords'],
	'outline/Outline.svelte': ['shell.outline'],
	'outline/OutlineRow.svelte': ['keys.inFields'],
	'dialogs/dialogs.svelte.ts': ['dialog.everywhere'],
	'shell/Search.svelte': ['keys.inFields'],
	'shell/find.ts': ['dialog.everywhere'],
	'shell/TitleField.svelte': ['keys.inFields'],
	'parts/Combobox.svelte': ['keys.inFields'],
	'parts/Field.svelte': ['keys.inFields'],
	'inspector/NewReason.svelte': ['keys.inFields', 'keys.inWords'],
	'inspector/TagList.svelte': ['keys.inFields'],
	'Editor.svelte': ['map.place', 'keys.inFields']
};

/** These say what keys are called, or hear them for a place that is listed above. */
const SILENT = [
	'canvas/act/keys.ts',
	'dialogs/commands/keyGroups.ts',
	'dialogs/commands/keyNames.ts',
	'dialogs/Dialogs.svelte'
];

const offered = [
	{ place: t('map.place'), offers: ACTIONS.map(({ label, keys }) => offer(t(label), keys)) },
	{
		place: t('dialog.everywhere'),
		offers: [...Object.values(DIALOG_KEYS).map((keys) => offer('', keys)), offer('', SEARCH_KEYS)]
	}
];
const listed = new Map(
	keyGroups(offered).map(({ place, keys }) => [
		place,
		new Set(keys.flatMap((one) => one.keys.flatMap(pressed)))
	])
);
const files = filesIn('src/lib/ui')
	.filter(({ path }) => !isTest(path))
	.map(({ path, text }) => ({ path: path.slice('src/lib/ui/'.length), keys: keysIn(text) }))
	.filter(({ path, keys }) => keys.size > 0 && !SILENT.includes(path));

test('[U16] every key that is heard somewhere stands in the list of keys', () => {
	const missing = files.flatMap(({ path, keys }) => {
		const names = (PLACES[path] ?? []).flatMap((place) => [...listed.get(t(place))!]);
		return [...keys].filter((key) => !names.includes(key)).map((key) => `${path}: ${key}`);
	});
	expect(missing).toEqual([]);
});

test('[U16] every key in the list is heard where the list says', () => {
	const unheard = [...listed].flatMap(([place, keys]) => {
		const there = files.filter(({ path }) => PLACES[path]?.some((key) => t(key) === place));
		const heard = new Set(there.flatMap((file) => [...file.keys]));
		return [...keys].filter((key) => !heard.has(key)).map((key) => `${place}: ${key}`);
	});
	expect(unheard).toEqual([]);
});

test('[U16] a place is named once, and so is each thing that can be done in it', () => {
	const groups = keyGroups([...offered, ...offered.slice(1)]);
	expect(new Set(groups.map(({ place }) => place)).size).toBe(groups.length);
	const labels = keyGroups(offered.slice(0, 1)).flatMap(({ place, keys }) =>
		keys.map(({ label }) => `${place}: ${label}`)
	);
	expect(new Set(labels).size).toBe(labels.length);
});

function offer(label: string, keys: readonly string[] = []) {
	return { id: label, label, keys, whyNot: () => null, run: () => undefined };
}

/** A chord as it is compared: of keys with a name only the last, for Shift and Ctrl are asked about apart from them. */
function pressed(chord: string): string[] {
	const name = /(?:^|\+)(\w{2,})$/.exec(chord)?.[1];
	return name === 'Arrow' ? ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'] : [name ?? chord];
}

/** The keys that code speaks of: in comparisons, in lists and tables, and as events of the clipboard. */
function keysIn(text: string): Set<string> {
	const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, found]) => found!);
	const named =
		/\b(Arrow(?:Up|Down|Left|Right)|Page(?:Up|Down)|Enter|Escape|Tab|Home|End|Delete|Backspace|ContextMenu|F\d{1,2})(?=['":])/g;
	const keys = [...all(named), ...all(/(?:key|chord) [!=]== '((?:\w+\+)*.)'/g)];
	const lists = [
		...all(/entry\(\s*'\w+',\s*\[([^\]]*)\]/g),
		...all(/(?:keys|palette|KEYS[^=\n]*)(?::| =) \[('[^\]]*)\]/g)
	];
	for (const list of lists)
		for (const [, chord] of list.matchAll(/'([^']+)'/g)) keys.push(...pressed(chord!));
	if (text.includes(`' ': () =>`)) keys.push('Space');
	if (text.includes('typed.takes(event.key')) keys.push('A–Z');
	const events = { oncopy: 'Ctrl+C', oncut: 'Ctrl+X', onpaste: 'Ctrl+V' };
	for (const [event, chord] of Object.entries(events))
		if (text.includes(`${event}={input.`)) keys.push(chord);
	return new Set(keys);
}
