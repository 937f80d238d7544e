import type { Format, Native } from '../../format.ts';
import { writeMermaid } from './write.ts';

/** Mermaid's flowcharts, as wikis and repositories show them. Written for the picture, and not read. */
export const mermaid: Format = {
	name: 'mermaid',
	title: 'Mermaid',
	suffixes: ['mmd', 'mermaid'],
	media: 'text/vnd.mermaid',
	recognises: ({ text }) => HEAD.test(text.slice(0, 20_000)),
	accepts: ({ text }) => text.trim() !== '',
	counts: countedIn,
	write: writeMermaid
};

/** A diagram's first word, after front matter and comments. `graph {` is DOT. */
const HEAD =
	/^\s*(?:---[^\S\n]*\n(?:(?!---)[^\n]*\n)*---[^\S\n]*\n)?(?:\s|%%[^\n]*\n)*(?:flowchart(?:-elk)?\b|graph(?=[^\S\n]+(?:TB|TD|BT|RL|LR)\b|[^\S\n]*(?:[\n;]|$))|mindmap\b|(?:sequence|class|er|state|requirement|block)Diagram\b)/;

/** Arrows and lines of a flowchart, however long, and what kind of diagram it is. */
function countedIn(text: string): Native {
	return {
		flow: /^[^\S\n]*(?:flowchart|graph)\b/m.test(text) ? 1 : 0,
		edges: text.match(/-->|---|==>|-\.->|--x|--o/g)?.length ?? 0,
		subgraphs: text.match(/^[^\S\n]*subgraph\b/gm)?.length ?? 0,
		mindmap: /^[^\S\n]*mindmap\b/m.test(text) ? 1 : 0
	};
}
