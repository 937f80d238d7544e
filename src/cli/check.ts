import { countsOf } from '#lib/formats/counts.ts';
import type { Native, Remark } from '#lib/formats/format.ts';
import { isRecord } from '#lib/formats/sample.ts';
import { parsed } from './options.ts';
import { readFile, type FileRead } from './readFile.ts';

const OPTIONS = { json: { type: 'boolean', default: false }, from: { type: 'string' } } as const;

/**
 * `argosy check [--json] [--from NAME] FILE…`: what each file holds, and what could not be understood, with its line.
 * Answers 1 where a file could not be read, else 0.
 */
export async function check(args: string[]): Promise<number> {
	const read = parsed(args, OPTIONS, true);
	if (!read) return 1;
	const { values, positionals } = read;
	if (positionals.length === 0) {
		console.error('Name the files to check, or - for standard input.');
		return 1;
	}
	let code = 0;
	for (const file of positionals) {
		const found = readFile(file, values.from);
		if (!found.result.ok) code = 1;
		process.stdout.write(values.json ? `${JSON.stringify(reportOf(file, found))}\n` : told(file, found));
	}
	return code;
}

/** What `--json` says of a file. */
export function reportOf(file: string, { format, result }: FileRead) {
	const native = result.ok ? result.value.native : result.error.native;
	return {
		file,
		format,
		ok: result.ok,
		counts: countsOf(result.ok ? result.value.items : []),
		warnings: result.ok ? result.value.warnings : [],
		errors: result.ok ? [] : result.error.errors,
		native,
		...(format === 'argdown' && { argdown: argdownOf(native) })
	};
}

/** The reference parser's own terms. */
function argdownOf(native: Native) {
	const { equivalenceClasses = 0, arguments: named = 0, relations } = native;
	const counts: Readonly<Record<string, unknown>> = isRecord(relations) ? relations : {};
	const senses = ['support', 'attack', 'undercut', 'contrary', 'contradictory', 'entails'];
	return {
		statements: equivalenceClasses,
		arguments: named,
		relations: Object.fromEntries(senses.map((sense) => [sense, counts[sense] ?? 0]))
	};
}

function told(file: string, found: FileRead): string {
	const { format, ok, counts, warnings, errors } = reportOf(file, found);
	const { relations, ...others } = counts;
	const numbers = Object.entries({ ...others, ...relations }).filter(([, count]) => count > 0);
	const held = numbers.map(([name, count]) => `${count} ${name}`).join(', ') || 'nothing';
	const head = ok
		? `${file}: ${format}, ${held}`
		: `${file}: not read${format === null ? '' : ` (${format})`}`;
	return [head, ...[...errors, ...warnings].map(line)].join('\n') + '\n';
}

/** A remark with its place, as compilers write it. */
export function line({ line, column, code, message }: Remark): string {
	return `  ${line > 0 ? `${line}:${column} ` : ''}${message} [${code}]`;
}
