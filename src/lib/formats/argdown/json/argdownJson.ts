import type { Format } from '../../format.ts';
import { isRecord, type Sample } from '../../sample.ts';
import { readArgdownJson } from './read.ts';
import { writeArgdownJson } from './write.ts';

/** What Argdown's own tool exports: statements, arguments and relations by their titles, the syntax gone. */
export const argdownJson: Format = {
	name: 'argdown-json',
	title: 'Argdown JSON',
	suffixes: ['json'],
	media: 'application/json',
	recognises,
	read: readArgdownJson,
	write: writeArgdownJson
};

function recognises(sample: Sample): boolean {
	if (!isRecord(sample.key('arguments')) || !isRecord(sample.key('statements'))) return false;
	return Array.isArray(sample.key('relations')) || isRecord(sample.key('map'));
}
