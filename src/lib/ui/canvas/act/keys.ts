/** What of a key press matters here. */
export interface Press {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly altKey: boolean;
	readonly shiftKey: boolean;
}

/**
 * The name of a key press as the table of actions writes it: `+`, `F2`, `Shift+Tab`, `Ctrl+Shift+Z`. The command
 * key of a Mac counts as Ctrl. Shift is not named where it only makes the character.
 */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
	const isCharacter = [...key].length === 1;
	const isCommand = ctrlKey || metaKey;
	const parts: string[] = [];
	if (isCommand) parts.push('Ctrl');
	if (altKey) parts.push('Alt');
	if (shiftKey && (!isCharacter || (isCommand && key.toLowerCase() !== key.toUpperCase())))
		parts.push('Shift');
	parts.push(isCharacter ? named(key, isCommand || key.toLowerCase() !== key.toUpperCase()) : key);
	return parts.join('+');
}

function named(character: string, isUpper: boolean): string {
	if (character === ' ') return 'Space';
	return isUpper ? character.toUpperCase() : character;
}
