import { writeFileSync } from 'node:fs';
import type { Debate } from '#lib/core/model/debate.ts';
import { debateOf } from '#lib/formats/debateOf.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import type { Loss } from '#lib/formats/losses.ts';
import { formatFor, formatNamed } from '#lib/formats/registry.ts';
import { t } from '#lib/i18n/t.ts';
import { line } from './check.ts';
import { parsed } from './options.ts';
import { asked, isPicture, pictureOption, PICTURE_OPTIONS, type Asked } from './picture/asked.ts';
import { made, type Made } from './picture/made.ts';
import { readFile } from './readFile.ts';

const OPTIONS = {
	output: { type: 'string', short: 'o', default: '-' },
	from: { type: 'string' },
	to: { type: 'string' },
	report: { type: 'string' },
	strict: { type: 'boolean', default: false },
	...PICTURE_OPTIONS
} as const;

/** How to write, once it is known as what. */
type Write = (debate: Debate) => Promise<Result<Made & { readonly lost: readonly Loss[] }, string>>;

/**
 * `argosy convert IN [-o OUT] [--from NAME] [--to NAME] [--report FILE] [--strict]`: one format into another, or into
 * a picture (`svg`, `png`) that can be had in every way that `argosy export` has. Says on standard error what was not understood and what is lost. Answers 0 when done, 1 when
 * refused, and with `--strict` 2 when done with losses.
 */
export async function convert(args: string[]): Promise<number> {
	const read = parsed(args, OPTIONS, true);
	if (!read) return 1;
	const { values, positionals } = read;
	const [input, ...more] = positionals;
	if (input === undefined || more.length > 0)
		return refuse('Name one file to convert, or - for standard input.');
	const target = writerOf(values);
	if (typeof target === 'string') return refuse(target);
	const { format, result } = readFile(input, values.from);
	if (!result.ok) {
		report(values.report, { from: format, to: target.name, ok: false, ...result.error });
		return refuse([`${input} could not be read.`, ...result.error.errors.map(line)].join('\n'));
	}
	const written = await target.write(debateOf(result.value));
	if (!written.ok) {
		report(values.report, { from: format, to: target.name, ok: false, errors: [written.error] });
		return refuse(written.error);
	}
	const { content, lost, remarks } = written.value;
	const { warnings } = result.value;
	const losses = lost.map(wordsOf);
	report(values.report, { from: format, to: target.name, ok: true, warnings, lost: losses, remarks });
	for (const warning of warnings) console.error(line(warning));
	for (const remark of remarks) console.error(remark);
	if (lost.length > 0) console.error(`${target.name} does not carry: ${losses.join(', ')}.`);
	const done = put(values.output, content);
	if (!done) return 1;
	return values.strict && lost.length + warnings.length + remarks.length > 0 ? 2 : 0;
}

type Values = Parameters<typeof asked>[1] & { readonly to?: string | undefined; readonly output: string };

/** A sentence where it is not clear what to write, or nothing writes it. */
function writerOf(values: Values): { readonly name: string; readonly write: Write } | string {
	const { to, output } = values;
	const picture = to ?? output.split('.').at(-1)?.toLowerCase();
	if (isPicture(picture)) {
		const wanted = asked(picture, values);
		if (!wanted.ok) return wanted.error;
		return { name: picture, write: (debate) => drawn(debate, wanted.value) };
	}
	const format = to === undefined ? formatFor(output) : formatNamed(to);
	if (!format)
		return to === undefined
			? `Say with --to what ${output === '-' ? 'to write' : `${output} shall be`}; try: argosy formats`
			: `There is no format “${to}”. Try: argosy formats`;
	const { write } = format;
	if (!write) return `${format.title} is read, not written.`;
	const stray = pictureOption(values);
	if (stray !== undefined) return `--${stray} is for pictures, and ${format.title} is none.`;
	return {
		name: format.name,
		write: async (debate) => {
			const { text, lost } = write(debate);
			return ok({ content: text, lost, remarks: [] });
		}
	};
}

async function drawn(debate: Debate, wanted: Asked): ReturnType<Write> {
	const done = await made(debate, wanted);
	return done.ok ? ok({ ...done.value, lost: [] }) : fail(done.error);
}

function wordsOf(loss: Loss): string {
	return t(`loss.${loss}`);
}

function report(file: string | undefined, content: Readonly<Record<string, unknown>>): void {
	if (file !== undefined) put(file, `${JSON.stringify(content, null, '\t')}\n`);
}

function put(file: string, content: string | Buffer): boolean {
	if (file === '-') {
		process.stdout.write(content);
		return true;
	}
	try {
		writeFileSync(file, content);
		return true;
	} catch (error) {
		refuse(`${file} could not be written: ${error instanceof Error ? error.message : String(error)}`);
		return false;
	}
}

function refuse(message: string): 1 {
	console.error(message);
	return 1;
}
