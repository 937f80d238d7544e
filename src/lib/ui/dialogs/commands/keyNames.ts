/** The keys of a chord such as `Ctrl+Shift+Z`, each as it is printed on the keyboard of this kind of computer. */
export function keyNames(chord: string, isMac: boolean): string[] {
	const parts =
		chord === '+' || chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+');
	return parts.filter(Boolean).map((part) => (isMac ? MAC[part] : undefined) ?? PRINTED[part] ?? part);
}

const PRINTED: Readonly<Record<string, string>> = {
	Arrow: '← ↑ ↓ →',
	ArrowUp: '↑',
	ArrowDown: '↓',
	ArrowLeft: '←',
	ArrowRight: '→',
	PageUp: 'Page ↑',
	PageDown: 'Page ↓',
	Escape: 'Esc',
	Delete: 'Del',
	ContextMenu: 'Menu'
};

const MAC: Readonly<Record<string, string>> = { Ctrl: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' };

/** Whether the command key of this computer is ⌘. */
export function isMac(): boolean {
	return /^Mac|^iP(hone|ad)/.test(navigator.platform);
}
