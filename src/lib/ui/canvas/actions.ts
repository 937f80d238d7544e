import { claimOf, relationsOn } from '#lib/core/model/questions.ts';
import { t, type Key } from '#lib/i18n/t.ts';
import type { Offer } from '../dialogs/dialogs.svelte.ts';
import type { Board } from './act/board.svelte.ts';
import {
	addPremise,
	addReason,
	addRoot,
	carry,
	inferenceOf,
	makeSeparate,
	toggleFold,
	togglePin,
	toggleUnstated,
	turn
} from './act/edits.ts';
import { openWhy, showSummary, supposeOtherwise } from './act/judge.ts';
import { go, goHome, leave, nextUse, selectAll, showAll, zoomToLife } from './act/moves.ts';
import { remove } from './act/remove.ts';

/** Something that can be done on the map: by key, from a menu, or from the list of all commands. */
export interface Action {
	readonly id: string;
	/** Key presses that do it, as `chordOf` names them; the first is the one to show. */
	readonly keys: readonly string[];
	readonly label: Key;
	readonly run: (board: Board) => void;
	/** Why it cannot be done now; `null` when it can. */
	readonly whyNot: (board: Board) => Key | null;
	/** Its group in the menu of a card or joint; none where it is not there. */
	readonly group?: 'add' | 'change' | 'show' | 'remove';
}

/** The actions as the list of all commands offers them. */
export function offersOf(board: Board): Offer[] {
	return ACTIONS.map((action) => ({
		id: `map.${action.id}`,
		label: t(action.label),
		keys: action.keys,
		whyNot: () => {
			const why = action.whyNot(board);
			return why === null ? null : t(why);
		},
		run: () => action.run(board)
	}));
}

/** Whether an action can be done now. */
export function isPossible(action: Action, board: Board): boolean {
	return action.whyNot(board) === null;
}

/** Does an action, or says why it cannot be done. */
export function perform(action: Action, board: Board): void {
	const why = action.whyNot(board);
	if (why === null) action.run(board);
	else board.tell(t(why));
}

type Guard = Action['whyNot'];

const always: Guard = () => null;
const selected: Guard = ({ view }) => (view.current === null ? 'map.why.select' : null);
const onClaim: Guard = ({ session, view }) =>
	view.current !== null && claimOf(session.debate, view.current) ? null : 'map.why.claim';
const onClaims: Guard = ({ session, view }) =>
	[...view.selected].some((id) => claimOf(session.debate, id)) ? null : 'map.why.claim';
const inInference: Guard = (board) => selected(board) ?? (inferenceOf(board) ? null : 'map.why.root');
const joined: Guard = (board) =>
	onClaim(board) ?? ((inferenceOf(board)?.premises.length ?? 0) > 1 ? null : 'map.why.alone');
const withReasons: Guard = ({ session, view }) =>
	[...view.selected].some((id) => relationsOn(session.debate, id).length > 0) ? null : 'map.why.bare';

const judged: Guard = ({ verdicts, view }) => {
	if (verdicts.isHidden) return 'map.why.hidden';
	return view.current !== null && verdicts.get(view.current) ? null : 'map.why.select';
};

function entry(
	id: string,
	keys: readonly string[],
	label: Key,
	run: Action['run'],
	whyNot: Guard = always,
	group?: Action['group']
): Action {
	return { id, keys, label, run, whyNot, ...(group ? { group } : {}) };
}

/** Everything that the map can do, in the order in which a person should read it. */
export const ACTIONS: readonly Action[] = [
	entry('because', ['+', '='], 'map.do.because', (board) => addReason(board, 'support'), selected, 'add'),
	entry('but', ['-', '−'], 'map.do.but', (board) => addReason(board, 'attack'), selected, 'add'),
	entry('join', ['J'], 'map.do.join', addPremise, inInference, 'add'),
	entry(
		'undercut',
		['U'],
		'map.do.undercut',
		(board) => addReason(board, 'attack', inferenceOf(board)?.id),
		inInference,
		'add'
	),
	entry('claim', ['N'], 'map.do.claim', addRoot),
	entry(
		'reword',
		['Enter', 'F2'],
		'map.do.reword',
		({ pen, view }) => view.current !== null && pen.rewords(view.current),
		onClaim,
		'change'
	),
	entry('carry', ['M'], 'map.do.carry', carry, onClaim, 'change'),
	entry('turn', ['T'], 'map.do.turn', turn, inInference, 'change'),
	entry('separate', ['X'], 'map.do.separate', makeSeparate, joined, 'change'),
	entry('unstated', ['S'], 'map.do.unstated', toggleUnstated, onClaims, 'change'),
	entry('fold', ['F'], 'map.do.fold', toggleFold, withReasons, 'show'),
	entry('pin', ['P'], 'map.do.pin', togglePin, onClaims, 'show'),
	entry('why', ['Y'], 'map.do.why', (board) => openWhy(board, board.view.current), judged, 'show'),
	entry('suppose', ['W'], 'map.do.suppose', supposeOtherwise, judged, 'show'),
	entry('verdicts', ['V'], 'map.do.verdicts', ({ verdicts }) => {
		verdicts.isHidden = !verdicts.isHidden;
	}),
	entry('summary', [], 'map.do.summary', showSummary),
	entry('use', ['G'], 'map.do.use', (board) => nextUse(board, board.view.current), onClaim),
	entry('remove', ['Delete', 'Backspace'], 'map.do.remove', remove, selected, 'remove'),
	entry('menu', ['Shift+F10', 'ContextMenu'], 'map.do.menu', (board) => board.openMenu(), selected),
	entry('toggle', ['Space'], 'map.do.toggle', ({ stop, view }) => stop !== null && view.toggle(stop)),
	entry('up', ['ArrowUp'], 'map.do.up', (board) => void go(board, 'up')),
	entry('down', ['ArrowDown'], 'map.do.down', (board) => void go(board, 'down')),
	entry('left', ['ArrowLeft'], 'map.do.left', (board) => void go(board, 'left')),
	entry('right', ['ArrowRight'], 'map.do.right', (board) => void go(board, 'right')),
	entry('home', ['Home'], 'map.do.home', (board) => goHome(board)),
	entry('all', ['Ctrl+A'], 'map.do.all', (board) => selectAll(board)),
	entry('leave', ['Escape'], 'map.do.leave', (board) => leave(board)),
	entry('fit', ['0'], 'map.do.fit', (board) => showAll(board)),
	entry('life', ['1'], 'map.do.life', zoomToLife),
	entry(
		'undo',
		['Ctrl+Z'],
		'map.do.undo',
		({ session }) => session.undo(),
		({ session }) => (session.past.canUndo ? null : 'map.why.undo')
	),
	entry(
		'redo',
		['Ctrl+Shift+Z', 'Ctrl+Y'],
		'map.do.redo',
		({ session }) => session.redo(),
		({ session }) => (session.past.canRedo ? null : 'map.why.redo')
	)
];
