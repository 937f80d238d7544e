import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Figures {
	readonly ms: number;
	/** The largest heap, in bytes. */
	readonly heap: number;
	/** How much was found; nothing where the reader gave up. */
	readonly found: number;
}

/** Time and memory of our reader and of `@argdown/core` on one text, each in a process of its own. */
export async function besideReference(text: string): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'argdown-'));
	try {
		const file = join(folder, 'map.argdown');
		writeFileSync(file, text);
		const [ours, theirs] = (['ours', 'theirs'] as const).map((who) => figuresOf(who, file));
		if (theirs!.found === 0) return 'the reference parser gives up on this text';
		const tell = ({ ms, heap }: Figures): string => `${Math.round(ms)} ms, ${Math.round(heap / 2 ** 20)} MB`;
		const faster = (theirs!.ms / ours!.ms).toFixed(1);
		const smaller = Math.round((ours!.heap / theirs!.heap) * 100);
		return `${tell(ours!)} beside ${tell(theirs!)}: ${faster} times as fast, ${smaller} % of the memory`;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function figuresOf(who: 'ours' | 'theirs', file: string): Figures {
	const words = ['--expose-gc', join(import.meta.dirname, 'referenceRun.ts'), who, file];
	return JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' })) as Figures;
}
