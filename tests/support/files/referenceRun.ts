/** Reads an Argdown file three times, with our reader or the reference parser, and prints the middle time and the heap. */
import { readFileSync } from 'node:fs';
import {
	ArgdownApplication,
	DataPlugin,
	ModelPlugin,
	ParserPlugin,
	RegroupPlugin,
	type IArgdownRequest
} from '@argdown/core';
import { readArgdown } from '#lib/formats/argdown/read.ts';

const [who, file] = process.argv.slice(2);
const text = readFileSync(file!, 'utf8');
const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), 'parse-input');
app.addPlugin(new DataPlugin(), 'build-model');
app.addPlugin(new ModelPlugin(), 'build-model');
app.addPlugin(new RegroupPlugin(), 'build-model');
const request: IArgdownRequest = { input: text, process: ['parse-input', 'build-model'], logLevel: 'silent' };
const times: number[] = [];
let heap = 0;
let found = 0;
for (let round = 0; round < 3; round++) {
	globalThis.gc?.();
	const before = process.memoryUsage().heapUsed;
	const began = performance.now();
	const kept = who === 'ours' ? readArgdown(text) : app.run(request);
	times.push(performance.now() - began);
	heap = Math.max(heap, process.memoryUsage().heapUsed - before);
	if ('ok' in kept) found = kept.ok ? kept.value.items.length : 0;
	else found = Object.keys(kept.statements ?? {}).length;
}
times.sort((a, b) => a - b);
console.log(JSON.stringify({ ms: times[1], heap, found }));
