import type { Json } from '#lib/core/decode.ts';
import { doiIn } from '#lib/core/model/citation.ts';
import type { Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import { BOUNDS, type Native, type Reading, type Refusal } from '../format.ts';
import { keeping } from '../keeping.ts';
import { joined, type Work } from './work.ts';

type Place = { readonly line: number; readonly column: number };

/** One entry of a bibliography. */
export interface Entry {
	/** Its key in the file; `''` where it has none. */
	readonly id: string;
	readonly work: Work;
	/** The entry in its own format, as `ext` keeps it. */
	readonly raw: Json;
	/** What stands before it and belongs to no entry. */
	readonly before?: string;
	readonly place: Place;
}

/** What one source keeps of the entries that it was read from. */
interface Volume extends Entry {
	readonly at: number;
	readonly works: Work[];
	readonly also: Json[];
	after?: string;
}

/** The entries of a bibliography as sources. Entries with the same DOI become one, and that is said. */
export class Shelf {
	readonly #format: string;
	readonly #volumes: Volume[] = [];
	readonly #byDoi = new Map<string, Volume>();
	readonly draft = new Draft();

	constructor(format: string) {
		this.#format = format;
	}

	add(entry: Entry): void {
		const doi = doiIn(entry.work.DOI)?.toLowerCase();
		const twin = doi === undefined ? undefined : this.#byDoi.get(doi);
		if (twin) {
			this.draft.warn(
				'merged',
				`${nameOf(entry)} has the DOI of ${nameOf(twin)}: they are one source.`,
				entry.place
			);
			twin.works.push(entry.work);
			twin.also.push(entry.raw);
			if (entry.before) twin.also.push(entry.before);
			return;
		}
		const volume = { ...entry, at: this.#volumes.length, works: [entry.work], also: [] };
		this.#volumes.push(volume);
		if (doi !== undefined) this.#byDoi.set(doi, volume);
	}

	/** What stands after the last entry; without any entry there is nobody to keep it. */
	end(after: string): void {
		const last = this.#volumes.at(-1);
		if (last) last.after = after;
	}

	reading(native: Native): Result<Reading, Refusal> {
		const most = BOUNDS.claims;
		if (this.#volumes.length > most) this.draft.warn('too-many', `Only the first ${most} entries are read.`);
		for (const volume of this.#volumes.slice(0, most)) this.#put(volume);
		return this.draft.reading({}, native);
	}

	#put(volume: Volume): void {
		const { id, raw, also, before, after, at, works, place } = volume;
		const { kept, dropped } = keeping({
			id,
			at,
			...(typeof raw === 'object' && raw !== null && !Array.isArray(raw) && { entry: raw }),
			...(also.length > 0 && { also }),
			...(before && { before }),
			...(after && { after })
		});
		if (dropped.length > 0)
			this.draft.warn('too-long', `${nameOf(volume)}: ${dropped.join(', ')} could not be kept.`, place);
		this.draft.source({ id: this.draft.id(id), ...joined(works), ext: { [this.#format]: kept } });
	}
}

function nameOf({ id, work }: Entry): string {
	return id || (work.title ? `“${work.title}”` : 'An entry without key');
}
