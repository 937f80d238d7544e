import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { decodeText } from '#lib/formats/decodeText.ts';
import { readText } from '#lib/formats/registry.ts';
import { told } from '#lib/formats/told.ts';
import { debateOf } from '../formats.ts';

/** How one file of a corpus fared. */
export interface Case {
	readonly file: string;
	readonly read: boolean;
	/** Whether the counts are those of the oracle; `null` where it says nothing. */
	readonly equal: boolean | null;
	/** Whether it says the same after writing and reading; `null` where its format is not written. */
	readonly again: boolean | null;
	readonly reasons: readonly string[];
}

/** Reads a file, compares its own counts with `expected`, writes it and reads it again. Never throws. */
export function checked(
	path: string,
	format: string,
	expected: Readonly<Record<string, unknown>> | null
): Case {
	const file = basename(path);
	try {
		return compared(path, file, format, expected);
	} catch (error) {
		return { file, read: false, equal: false, again: false, reasons: [`threw ${String(error)}`] };
	}
}

function compared(
	path: string,
	file: string,
	folder: string,
	expected: Readonly<Record<string, unknown>> | null
): Case {
	const { text, native: ofBytes } = decodeText(readFileSync(path));
	const beside = (suffix: string): string | null => {
		const other = path.replace(/\.[^.]*$/, `.${suffix}`);
		return existsSync(other) ? readFileSync(other, 'utf8') : null;
	};
	const read = readText(text, { file, beside });
	const reasons: string[] = [];
	if (!read)
		return {
			file,
			read: false,
			equal: expected && 'error' in expected,
			again: null,
			reasons: ['no format fits']
		};
	const { format, result } = read;
	if (format.name !== folder) reasons.push(`read as ${format.name}`);
	const native = { ...ofBytes, ...(result.ok ? result.value.native : result.error.native) };
	const differing = expected && !('error' in expected) ? differences(native, expected, folder) : [];
	if (differing.length > 0) reasons.push(`differs in ${differing.join(', ')}`);
	const isExpected = expected && ('error' in expected ? !result.ok : differing.length === 0);
	if (!result.ok) {
		const [first] = result.error.errors;
		reasons.push(`refused: ${first?.code} ${first?.line}:${first?.column} ${first?.message}`);
		return { file, read: false, equal: isExpected, again: null, reasons };
	}
	if (!format.write) return { file, read: true, equal: isExpected, again: null, reasons };
	const written = format.write(debateOf(result.value.items, result.value.about));
	const back = format.read?.(written.text, beside);
	const lost = written.lost.filter((loss) => loss !== 'order');
	const order = written.lost.includes('order') ? (['order'] as const) : [];
	const isAgain =
		back?.ok === true &&
		lost.length === 0 &&
		String(told(back.value, order)) === String(told(result.value, order));
	if (!isAgain)
		reasons.push(
			`another map after writing and reading${lost.length > 0 ? ` (lost: ${lost.join(', ')})` : ''}`
		);
	return { file, read: true, equal: isExpected, again: isAgain, reasons };
}

/** The oracle's keys for which the counts are others; for Argdown only those that we count. */
function differences(
	native: Readonly<Record<string, unknown>>,
	expected: Readonly<Record<string, unknown>>,
	folder: string
): string[] {
	const keys = Object.keys(folder === 'argdown' ? native : { ...expected, ...native });
	return keys
		.filter((key) => plain(native[key]) !== plain(expected[key]))
		.map((key) => `${key} (${plain(native[key]).slice(0, 60)}, not ${plain(expected[key]).slice(0, 60)})`);
}

function plain(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'absent';
	if (Array.isArray(value)) return `[${value.map(plain).join()}]`;
	return `{${Object.entries(value)
		.map(([key, each]: [string, unknown]) => `${key}:${plain(each)}`)
		.sort()
		.join()}}`;
}
