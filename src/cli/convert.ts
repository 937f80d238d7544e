import { writeFileSync } from 'node:fs';
import type { Debate } from '#lib/core/model/debate.ts';
import { debateOf } from '#lib/formats/debateOf.ts';
import type { Loss } from '#lib/formats/losses.ts';
import { formatFor, formatNamed } from '#lib/formats/registry.ts';
import { layout } from '#lib/draw/layout/layout.ts';
import { sceneOf } from '#lib/draw/scene.ts';
import { svg } from '#lib/draw/svg.ts';
import { drawingWords } from '#lib/i18n/drawing.ts';
import { t } from '#lib/i18n/t.ts';
import { line } from './check.ts';
import { parsed } from './options.ts';
import { readFile } from './readFile.ts';

const OPTIONS = {
	output: { type: 'string', short: 'o', default: '-' },
	from: { type: 'string' },
	to: { type: 'string' },
	report: { type: 'string' },
	strict: { type: 'boolean', default: false }
} as const;

/** How to write, once it is known as what. */
type Write = (debate: Debate) => { readonly text: string; readonly lost: readonly Loss[] };

/**
 * `argosy convert IN [-o OUT] [--from NAME] [--to NAME] [--report FILE] [--strict]`: one format into another, or into
 * a drawing (`svg`). Says on standard error what was not understood and what is lost. Answers 0 when done, 1 when
 * refused, and with `--strict` 2 when done with losses.
 */
export async function convert(args: string[]): Promise<number> {
	const read = parsed(args, OPTIONS, true);
	if (!read) return 1;
	const { values, positionals } = read;
	const [input, ...more] = positionals;
	if (input === undefined || more.length > 0)
		return refuse('Name one file to convert, or - for standard input.');
	const target = writerOf(values.to, values.output);
	if (typeof target === 'string') return refuse(target);
	const { format, result } = readFile(input, values.from);
	if (!result.ok) {
		report(values.report, { from: format, to: target.name, ok: false, ...result.error });
		return refuse([`${input} could not be read.`, ...result.error.errors.map(line)].join('\n'));
	}
	const { text, lost } = target.write(debateOf(result.value));
	const { warnings } = result.value;
	report(values.report, { from: format, to: target.name, ok: true, warnings, lost: lost.map(wordsOf) });
	for (const warning of warnings) console.error(line(warning));
	if (lost.length > 0) console.error(`${target.name} does not carry: ${lost.map(wordsOf).join(', ')}.`);
	const done = put(values.output, text);
	if (!done) return 1;
	return values.strict && (lost.length > 0 || warnings.length > 0) ? 2 : 0;
}

/** A sentence where it is not clear what to write, or nothing writes it. */
function writerOf(
	to: string | undefined,
	output: string
): { readonly name: string; readonly write: Write } | string {
	if ((to ?? output.split('.').at(-1)) === 'svg') return { name: 'svg', write: drawn };
	const format = to === undefined ? formatFor(output) : formatNamed(to);
	if (!format)
		return to === undefined
			? `Say with --to what ${output === '-' ? 'to write' : `${output} shall be`}; try: argosy formats`
			: `There is no format “${to}”. Try: argosy formats`;
	const { write } = format;
	if (!write) return `${format.title} is read, not written.`;
	return { name: format.name, write };
}

function drawn(debate: Debate): ReturnType<Write> {
	return { text: svg(sceneOf(debate, layout(debate), drawingWords()), { theme: 'light' }), lost: [] };
}

function wordsOf(loss: Loss): string {
	return t(`loss.${loss}`);
}

function report(file: string | undefined, content: Readonly<Record<string, unknown>>): void {
	if (file !== undefined) put(file, `${JSON.stringify(content, null, '\t')}\n`);
}

function put(file: string, text: string): boolean {
	if (file === '-') {
		process.stdout.write(text);
		return true;
	}
	try {
		writeFileSync(file, text);
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
