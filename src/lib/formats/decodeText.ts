import type { Native, Remark } from './format.ts';

/** What bytes say, and whether that had to be guessed. */
export interface Decoded {
	readonly text: string;
	readonly warnings: readonly Remark[];
	/** What others say of such bytes beside their counts. */
	readonly native: Native;
}

/**
 * Bytes as text: UTF-8, or UTF-16 where a byte order mark says so; else Windows-1252, which takes any byte and holds
 * ISO 8859-1, with a warning.
 */
export function decodeText(bytes: Uint8Array): Decoded {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return sure(new TextDecoder('utf-16le').decode(bytes), OTHER);
	if (first === 0xfe && second === 0xff) return sure(new TextDecoder('utf-16be').decode(bytes), OTHER);
	try {
		return sure(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return { text: new TextDecoder('windows-1252').decode(bytes), warnings: [GUESSED], native: OTHER };
	}
}

const OTHER: Native = { not_utf8: true };
const GUESSED: Remark = {
	line: 1,
	column: 1,
	code: 'not-utf-8',
	message: 'The text is not UTF-8; it was read as Windows-1252. Save it as UTF-8 where letters are wrong.'
};

function sure(text: string, native: Native = {}): Decoded {
	return { text, warnings: [], native };
}
