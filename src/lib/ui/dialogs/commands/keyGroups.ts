import { t, type Key } from '#lib/i18n/t.ts';
import type { Offers } from '../dialogs.svelte.ts';

/** Keys of one place, each with what it does there. */
export interface KeyGroup {
	readonly place: string;
	readonly keys: readonly { readonly label: string; readonly keys: readonly string[] }[];
}

/** Keys that are no commands: they belong to what has the focus, to words and fields, or to the clipboard. */
const OTHER: readonly (readonly [place: Key, keys: readonly (readonly [label: Key, ...keys: string[]])[]])[] =
	[
		[
			'map.place',
			[
				['keys.copy', 'Ctrl+C'],
				['keys.cut', 'Ctrl+X'],
				['keys.paste', 'Ctrl+V'],
				['keys.selectNext', 'Shift+Arrow'],
				['keys.focusNext', 'Ctrl+Arrow', 'Alt+Arrow'],
				['keys.putDown', 'Enter']
			]
		],
		[
			'keys.inWords',
			[
				['keys.commit', 'Enter'],
				['keys.newLine', 'Shift+Enter'],
				['keys.commitReason', 'Tab'],
				['keys.commitObjection', 'Shift+Tab'],
				['keys.leaveWords', 'Escape']
			]
		],
		[
			'shell.outline',
			[
				['keys.upDown', 'ArrowUp', 'ArrowDown'],
				['keys.openRow', 'ArrowRight'],
				['keys.closeRow', 'ArrowLeft'],
				['keys.ends', 'Home', 'End'],
				['keys.pages', 'PageUp', 'PageDown'],
				['keys.choose', 'Enter', 'Space'],
				['map.do.reword', 'F2'],
				['keys.letter', 'A–Z']
			]
		],
		[
			'keys.inFields',
			[
				['keys.upDown', 'ArrowUp', 'ArrowDown'],
				['keys.keep', 'Enter'],
				['keys.endTag', ','],
				['keys.leave', 'Escape']
			]
		]
	];

/** Every key by the place in which it works: those of what is offered, and the others. */
export function keyGroups(offered: readonly Offers[]): KeyGroup[] {
	const groups = new Map<string, KeyGroup['keys'][number][]>();
	const add = (place: string, keys: KeyGroup['keys']) => {
		if (keys.length > 0) groups.set(place, [...(groups.get(place) ?? []), ...keys]);
	};
	for (const { place, offers } of offered)
		add(
			place,
			offers.filter(({ keys }) => keys.length > 0)
		);
	for (const [place, keys] of OTHER)
		add(
			t(place),
			keys.map(([label, ...chords]) => ({ label: t(label), keys: chords }))
		);
	return [...groups].map(([place, keys]) => ({ place, keys }));
}
