import type { Board } from './board.svelte.ts';
import { selectAll } from './moves.ts';

/** What one reads in rather than on: text of its own, beside the map or over it. */
const OVER = '[role="dialog"], [role="alertdialog"]';
const READ = `aside, ${OVER}`;

/**
 * What "all" means where the focus is: the cards; in a panel or a dialog what is written there. Never all the words of
 * the page, which nobody wants.
 */
export function takeAll(board: Board, target: EventTarget | null): void {
	const read = (target instanceof Element ? target.closest(READ) : null) ?? document.querySelector(OVER);
	if (read) getSelection()?.selectAllChildren(read);
	else if (board.menu === null && board.asked === null) selectAll(board);
}
