import { spawnSync } from 'node:child_process';
import { NONE, type Graph } from '#lib/core/evaluate/graph.ts';

/** Sets that attack back: the largest that are found are the preferred positions. */
const ADMISSIBLE = `
{in(X)} :- arg(X).
:- in(X), in(Y), att(X,Y).
hit(X) :- in(Y), att(Y,X).
:- in(X), att(Y,X), not hit(Y).
#heuristic in(X) : arg(X). [1,true]
`;
const LARGEST = ['--heuristic=Domain', '--enum-mode=domRec'];

/** What clingo found, and how many ms it says that it took, reading and grounding included, starting not. */
export interface Solved {
	readonly models: number;
	readonly ms: number;
}

/** Whether clingo can be run here: in Debian it is in the package gringo. */
export function hasClingo(): boolean {
	return spawnSync('clingo', ['--version']).status === 0;
}

/** Finds up to `most` preferred positions of a graph of attacks with clingo (Gebser and others 2019); 0 for all. */
export function byClingo(graph: Graph, most: number): Solved {
	const attacks: string[] = [];
	for (let unit = 0; unit < graph.units; unit++)
		for (let link = graph.firstOut[unit]!; link !== NONE; link = graph.nextOut[link]!)
			attacks.push(`att(${unit},${graph.to[link]!}).`);
	const input = `${ADMISSIBLE}arg(0..${graph.units - 1}).\n${attacks.join('\n')}\n`;
	const { stdout } = spawnSync('clingo', ['--outf=2', '--quiet', `--models=${most}`, ...LARGEST], {
		input,
		encoding: 'utf8',
		maxBuffer: 1e9
	});
	const { Models, Time } = JSON.parse(stdout) as { Models: { Number: number }; Time: { Total: number } };
	return { models: Models.Number, ms: Time.Total * 1_000 };
}
