/** Names between colons or full stops that stand for one character (Argdown's logical symbols and faces). */
const CHARACTERS: Readonly<Record<string, string>> = {
	A: '∀',
	E: '∃',
	O: '𝗢',
	P: '𝗣',
	'->': '→',
	'<->': '↔',
	'~': '¬',
	'^': '∧',
	v: '∨',
	v_: '⊻',
	'<>': '◇',
	'[]': '◻',
	happy: '😀',
	smile: '☺',
	smiley: '☺',
	laugh: '😆',
	lol: '😆',
	rofl: '🤣',
	joy: '😂',
	heart: '❤',
	'?': '❓',
	question: '❓',
	love: '😍',
	wink: '😉',
	shush: '🤫',
	meh: '😐',
	'eye-roll': '🙄',
	sad: '😢',
	disappointed: '😞',
	scream: '😱',
	'+1': '👍',
	up: '👍',
	'-1': '👎',
	down: '👎',
	think: '🤔',
	star: '⭐',
	y: '✔',
	agree: '✔',
	n: '❌',
	disagree: '❌'
};

/** Every shortcode as it is written, to its character. */
export const SHORTCODES: Readonly<Record<string, string | undefined>> = Object.assign(
	Object.create(null) as Record<string, string>,
	Object.fromEntries(
		Object.entries(CHARACTERS).flatMap(([name, character]) => [
			[`:${name}:`, character],
			[`.${name}.`, character]
		])
	),
	{ ':smile:': '☺️' }
);
