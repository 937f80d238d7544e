import type { Format } from '../format.ts';
import { isRecord, type Sample } from '../sample.ts';
import { readMup } from './read.ts';
import { writeMup } from './write.ts';

/** Maps of MindMup: ideas within ideas, groups of which are reasons for and against. */
export const mup: Format = {
	name: 'mup',
	title: 'MindMup',
	suffixes: ['mup'],
	media: 'application/json',
	recognises: (sample) =>
		isRecord(sample.key('ideas')) ||
		(sample.key('formatVersion') !== undefined && sample.key('title') !== undefined),
	accepts: (sample: Sample) => sample.key('title') !== undefined,
	read: readMup,
	write: writeMup
};
