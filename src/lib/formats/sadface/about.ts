import type { About } from '#lib/core/model/debate.ts';
import { LIMITS } from '#lib/core/model/decodeItem.ts';
import type { Raw } from '../aif/graph.ts';
import { valueAt, withValue } from '../aif/parts.ts';
import { clipped } from '../fitting.ts';

/** Where the title and the description stand: within the metadata, or in files of version 0.1 at the top. */
const CORE = ['metadata', 'core'];

/** What a document says of itself. */
export function aboutIn(document: Raw): About {
	return {
		title: saidIn(document, 'title', LIMITS.line),
		summary: saidIn(document, 'description', LIMITS.notes)
	};
}

/** `document` so that it says `about` of itself; the same one where it does so already. */
export function withAbout(document: Raw, about: About): Raw {
	const now = aboutIn(document);
	let changed = document;
	if (now.title !== about.title) changed = withSaid(changed, 'title', about.title);
	if (now.summary !== about.summary) changed = withSaid(changed, 'description', about.summary);
	return changed;
}

function saidIn(document: Raw, key: string, limit: number): string {
	const value = valueAt(document, placeOf(document, key));
	return typeof value === 'string' ? clipped(value, limit) : '';
}

function withSaid(document: Raw, key: string, words: string): Raw {
	return withValue(document, placeOf(document, key), words);
}

function placeOf(document: Raw, key: string): string[] {
	const isOld = valueAt(document, [...CORE, key]) === undefined && Object.hasOwn(document, key);
	return isOld ? [key] : [...CORE, key];
}
