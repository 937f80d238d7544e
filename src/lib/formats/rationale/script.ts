/** A node of a map as the script makes it. */
export interface Made {
	readonly name: string;
	/** `Claim`, `CompoundReason`, `CompoundObjection`, `Inference`, or what else the tool knows. */
	readonly kind: string;
	readonly parent: string | null;
	text: string;
	readonly line: number;
}

export interface Script {
	readonly nodes: readonly Made[];
	/** Lines that make or word something, but not in a way that is understood. */
	readonly missed: readonly number[];
}

const STRING = `[uUrR]?(?:"([^"\\\\]*(?:\\\\.[^"\\\\]*)*)"|'([^'\\\\]*(?:\\\\.[^'\\\\]*)*)')`;
const CREATE = new RegExp(`^(\\w+)\\s*=\\s*Create\\(\\s*${STRING}`);
const CHILD = new RegExp(
	`^(\\w+)\\s*=\\s*(?:(\\w+)\\.CreateChild\\(|CreateChild\\(\\s*(\\w+)\\s*,)\\s*${STRING}`
);
const WORDS = new RegExp(`^(?:(\\w+)\\.)?SetText\\(\\s*(?:(\\w+)\\s*,\\s*)?${STRING}`);

/** Matches line by line what comes after the prelude and before the views; nothing is run. */
export function scriptIn(text: string): Script {
	const nodes: Made[] = [];
	const named = new Map<string, Made>();
	const missed: number[] = [];
	let isPrelude = /End of Prelude/i.test(text);
	for (const [at, written] of text.split(/\r\n|\n|\r/).entries()) {
		const line = written.trim();
		if (isPrelude) {
			isPrelude = !/End of Prelude/i.test(line);
			continue;
		}
		if (line.includes('GetFernViews')) break;
		const made = madeIn(line, at + 1);
		const words = made ? null : WORDS.exec(line);
		if (made) {
			nodes.push(made);
			named.set(made.name, made);
		} else if (words) {
			const name = words[1] ?? words[2];
			const node = name === undefined ? nodes.at(-1) : named.get(name);
			if (node) node.text = unescaped(words[3] ?? words[4] ?? '');
			else missed.push(at + 1);
		} else if (/\b(?:Create|CreateChild|SetText)\(/.test(line) && !line.startsWith('#')) missed.push(at + 1);
	}
	return { nodes, missed };
}

function madeIn(line: string, at: number): Made | null {
	const root = CREATE.exec(line);
	if (root) return { name: root[1]!, kind: root[2] ?? root[3] ?? '', parent: null, text: '', line: at };
	const child = CHILD.exec(line);
	if (!child) return null;
	const parent = child[2] ?? child[3] ?? '';
	return { name: child[1]!, kind: child[4] ?? child[5] ?? '', parent, text: '', line: at };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\n', t: '\t' };

function unescaped(text: string): string {
	return text.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([^]))/g, (_found, wide, narrow, sign) => {
		const code = (wide ?? narrow) as string | undefined;
		if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
		return ESCAPES[sign as string] ?? (sign as string);
	});
}
