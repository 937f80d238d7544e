import type { Format } from '../format.ts';
import { isRecord, type Sample } from '../sample.ts';
import { isKnownType } from './fields.ts';
import { readCslJson } from './read.ts';
import { writeCslJson } from './write.ts';

/** A bibliography as citation processors and Zotero exchange it: sources and nothing else. */
export const cslJson: Format = {
	name: 'csl-json',
	title: 'CSL-JSON',
	suffixes: ['json'],
	media: 'application/vnd.citationstyles.csl+json',
	recognises: (sample) => isItem(firstOf(sample)),
	accepts: ({ json }) => Array.isArray(json) && json.length === 0,
	read: readCslJson,
	write: writeCslJson
};

function firstOf({ json }: Sample): unknown {
	return Array.isArray(json) ? (json as unknown[])[0] : json;
}

function isItem(value: unknown): boolean {
	if (!isRecord(value) || typeof value['type'] !== 'string') return false;
	// An entry of which nothing else is known yet still says what kind of work it is, in words of its own.
	const isCitable =
		('id' in value && isKnownType(value['type'])) ||
		['title', 'author', 'editor', 'issued', 'container-title', 'DOI'].some((key) => key in value);
	return isCitable && !['nodes', 'edges', 'statements', 'items', 'kind', 'ideas'].some((key) => key in value);
}
