import { bytes } from '#lib/core/decode.ts';
import { fail, ok, type Result } from '#lib/core/result.ts';
import { aifJson } from './aif/json/aifJson.ts';
import { xaif } from './aif/xaif/xaif.ts';
import { aifRdf } from './aif/rdf/aifRdf.ts';
import { argdown } from './argdown/argdown.ts';
import { argosy } from './argosy/argosy.ts';
import { argdown2 } from './argdown/argdown2.ts';
import { argdownJson } from './argdown/json/argdownJson.ts';
import { arggraph } from './arggraph/arggraph.ts';
import { bibtex } from './bibtex/bibtex.ts';
import { cslJson } from './csl/cslJson.ts';
import { aba } from './frameworks/theories/aba.ts';
import { abaTweety } from './frameworks/theories/abaTweety.ts';
import { aspic } from './frameworks/theories/aspic.ts';
import { af } from './frameworks/af.ts';
import { apx } from './frameworks/apx.ts';
import { argunetGraphml } from './graphml/argunet/argunetGraphml.ts';
import { graphml } from './graphml/graphml.ts';
import { dot } from './pictures/dot/dot.ts';
import { mermaid } from './pictures/mermaid/mermaid.ts';
import { carneadesYaml } from './carneades/yaml/carneadesYaml.ts';
import { carneadesLkif } from './carneades/carneadesLkif.ts';
import { carneadesCaf } from './carneades/carneadesCaf.ts';
import { brat } from './brat/brat.ts';
import { aml } from './aml/aml.ts';
import { rationale } from './rationale/rationale.ts';
import { BOUNDS, refusal, type Beside, type Format, type Reading, type Refusal } from './format.ts';
import { qbaf } from './frameworks/qbaf.ts';
import { tgf } from './frameworks/tgf.ts';
import { kialo } from './kialo/kialo.ts';
import { ris } from './ris/ris.ts';
import { mup } from './mup/mup.ts';
import { argmapYaml } from './argmap/argmapYaml.ts';
import { opml } from './opml/opml.ts';
import { freemind } from './freemind/freemind.ts';
import { outline } from './outline/outline.ts';
import { sadface } from './sadface/sadface.ts';
import { csv } from './csv/csv.ts';
import { Sample } from './sample.ts';

/** Every format, in the order in which a text is tried: the most particular first, what fits anything last. */
export const FORMATS: readonly Format[] = [
	argosy,
	xaif,
	aifJson,
	aifRdf,
	sadface,
	arggraph,
	kialo,
	freemind,
	opml,
	argmapYaml,
	mup,
	bibtex,
	ris,
	cslJson,
	argdownJson,
	af,
	aba,
	abaTweety,
	aspic,
	qbaf,
	apx,
	tgf,
	argunetGraphml,
	graphml,
	dot,
	mermaid,
	csv,
	outline,
	carneadesYaml,
	carneadesLkif,
	carneadesCaf,
	brat,
	aml,
	rationale,
	argdown2,
	argdown
];

/** The format called `name`. */
export function formatNamed(name: string): Format | undefined {
	return FORMATS.find((format) => format.name === name);
}

/** The format that a file with this name is written in: the first writer with its suffix. */
export function formatFor(file: string): Format | undefined {
	const suffix = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
	return FORMATS.find((format) => format.write && format.suffixes.includes(suffix));
}

/**
 * The format of a text, by its content. The name of its file decides only between formats that the content could be,
 * and what is written in a language of its own is that whatever its name.
 */
export function recognised(text: string, file = ''): Format | undefined {
	const sample = new Sample(text);
	const suffix = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
	const isNamed = ({ suffixes }: Format): boolean => suffixes.includes(suffix);
	const fitting = FORMATS.filter((format) => format.recognises(sample));
	const sure = fitting.filter(({ isLoose }) => !isLoose);
	return (
		sure.find(isNamed) ??
		sure[0] ??
		fitting.find(isNamed) ??
		FORMATS.find((format) => isNamed(format) && format.accepts?.(sample)) ??
		fitting[0]
	);
}

/** What is known of a text beside its content. */
export interface Hints {
	/** The format to read it as, whatever it looks like. */
	readonly name?: string | undefined;
	readonly file?: string | undefined;
	readonly beside?: Beside | undefined;
}

/** What was read, and as what. */
export interface Read {
	readonly format: Format;
	readonly result: Result<Reading, Refusal>;
}

/**
 * Reads a text in the format `name`, else in the one that its content shows. `null` where no format fits. A text of
 * more than 20 MiB is refused, and so is one in a format that is only written.
 */
export function readText(text: string, { name, file = '', beside = () => null }: Hints = {}): Read | null {
	const format = name === undefined ? recognised(text, file) : formatNamed(name);
	if (!format) return null;
	return { format, result: withEnds(format, text, caught(format, text, beside)) };
}

/** Where a text is more than an engine's own bounds bear, such as one word of many millions of letters. */
function caught(format: Format, text: string, beside: Beside): Result<Reading, Refusal> {
	try {
		return readAs(format, text, beside);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return fail(refusal('too-much', 'Something in it is too long or too often repeated to be read.', 1, 1));
	}
}

function readAs(format: Format, text: string, beside: Beside): Result<Reading, Refusal> {
	const most = BOUNDS.bytes;
	if (text.length > most || (text.length * 3 > most && bytes(text) > most))
		return fail(refusal('too-big', `${most / 1024 / 1024} MiB are the most that is read.`));
	if (!format.read)
		return fail(
			refusal(
				'write-only',
				`${format.title} is written, not read: a picture keeps no model.`,
				1,
				1,
				format.counts?.(text)
			)
		);
	return format.read(text.startsWith('\uFEFF') ? text.slice(1) : text, beside);
}

/** Others say of every file whether its lines end as those of Windows; the reference parser of Argdown does not. */
function withEnds(format: Format, text: string, read: Read['result']): Read['result'] {
	if (format === argdown || !text.includes('\r\n')) return read;
	const { native } = read.ok ? read.value : read.error;
	const marked = { crlf: true, ...native };
	return read.ok ? ok({ ...read.value, native: marked }) : fail({ ...read.error, native: marked });
}
