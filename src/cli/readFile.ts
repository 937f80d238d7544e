import { existsSync, readFileSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { decodeText } from '#lib/formats/decodeText.ts';
import {
	BOUNDS,
	refusal,
	type Native,
	type Reading,
	type Refusal,
	type Remark
} from '#lib/formats/format.ts';
import { readText } from '#lib/formats/registry.ts';

/** A file that was read, and as what. */
export interface FileRead {
	/** The name of the format; `null` where none fits. */
	readonly format: string | null;
	readonly result: Result<Reading, Refusal>;
}

/** Reads a map in any format; `-` is standard input. What is wrong comes back as a refusal, a missing file included. */
export function readFile(file: string, from?: string): FileRead {
	const bytes = bytesOf(file);
	if (!bytes.ok) return { format: null, result: bytes };
	const { text, warnings, native } = decodeText(bytes.value);
	const beside = (suffix: string): string | null => {
		const other = `${file.replace(/\.[^./\\]*$/, '')}.${suffix}`;
		return file !== '-' && existsSync(other) ? decodeText(readFileSync(other)).text : null;
	};
	const read = readText(text, { name: from, file, beside });
	if (!read) return { format: null, result: fail(refusal('unknown', unknown(text, from), 1, 1, native)) };
	const { format, result } = read;
	return { format: format.name, result: withBytes(result, warnings, native) };
}

/** What was read, with what there is to say of its bytes. */
function withBytes(
	read: FileRead['result'],
	warnings: readonly Remark[],
	native: Native
): FileRead['result'] {
	if (!read.ok) return fail({ ...read.error, native: { ...native, ...read.error.native } });
	return ok({
		...read.value,
		warnings: [...warnings, ...read.value.warnings],
		native: { ...native, ...read.value.native }
	});
}

function bytesOf(file: string): Result<Uint8Array, Refusal> {
	try {
		if (file !== '-' && statSync(file).size > BOUNDS.bytes)
			return fail(refusal('too-big', '20 MiB are the most that is read.'));
		return ok(readFileSync(file === '-' ? 0 : file));
	} catch (error) {
		return fail(refusal('unreadable', error instanceof Error ? error.message : String(error)));
	}
}

function unknown(text: string, from: string | undefined): string {
	if (from !== undefined) return `There is no format “${from}”. Try: argosy formats`;
	if (text.trim() === '') return 'There is nothing in it.';
	return 'No known format fits this text. Name one with --from, or try: argosy formats';
}
