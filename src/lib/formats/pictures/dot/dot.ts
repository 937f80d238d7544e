import type { Format, Native } from '../../format.ts';
import { writeDot } from './write.ts';

/** The language of Graphviz. It is written for its pictures; what a drawn graph means nobody can tell, so it is not read. */
export const dot: Format = {
	name: 'dot',
	title: 'Graphviz DOT',
	suffixes: ['dot', 'gv'],
	media: 'text/vnd.graphviz',
	recognises: ({ text }) => HEAD.test(text.slice(0, 20_000)),
	counts: countedIn,
	write: writeDot
};

/** The head of a graph, after comments and blank lines. */
const HEAD =
	/^(?:\s|\/\/[^\n]*\n|#[^\n]*\n|\/\*(?:(?!\*\/)[^])*\*\/)*(?:strict\s+)?(?:di)?graph\b\s*(?:"(?:[^"\\]|\\.)*"|[\w.-]+)?\s*\{/i;

/** Arrows, and lines that begin with a node and its attributes. */
function countedIn(text: string): Native {
	const isDirected = /\bdigraph\b/i.test(text);
	const nodes = text.match(
		/^[^\S\n]*(?:"[^"\\\n]*(?:\\.[^"\\\n]*)*"|(?!(?:node|edge|graph)\b)[\w.-]+)[^\S\n]*\[/gim
	);
	return { edges: text.match(isDirected ? /->/g : /--/g)?.length ?? 0, nodes: nodes?.length ?? 0 };
}
