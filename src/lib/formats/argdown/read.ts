import { bytes } from '#lib/core/decode.ts';
import type { About } from '#lib/core/model/debate.ts';
import { MOST_IMPORTED } from '#lib/core/model/decodeAbout.ts';
import type { Result } from '#lib/core/result.ts';
import { Draft } from '../draft.ts';
import type { Native, Reading, Refusal } from '../format.ts';
import { Places } from '../places.ts';
import { readFrontMatter, type Data } from './syntax/data.ts';
import { unfenced } from './syntax/fence.ts';
import { parse } from './syntax/parse.ts';
import { regroup } from './model/regroup.ts';
import { resolve } from './model/resolve.ts';
import { SENSES, type Model } from './model/model.ts';
import { toItems } from './model/toItems.ts';
import type { Tree } from './syntax/tree.ts';

/** What a text says in Argdown's own terms, with remarks on what was repaired or not understood. */
export interface Understood {
	readonly tree: Tree;
	readonly model: Model;
	readonly frontMatter: Data | null;
	readonly remarks: Tree['remarks'];
}

/**
 * Reads Argdown, also what is fenced in Markdown. It never refuses: what is not understood is passed over, with
 * its line.
 */
export function readArgdown(text: string): Result<Reading, Refusal> {
	const source = unfenced(text);
	const places = new Places(source);
	const draft = new Draft();
	const { model, frontMatter, remarks } = understand(source);
	for (const { at, code, message } of remarks) draft.warn(code, message, places.at(at));
	toItems(model, frontMatter, draft, (offset) => places.at(offset));
	const imported = source === text && bytes(text) <= MOST_IMPORTED ? { format: 'argdown', text } : null;
	return draft.reading({ ...aboutOf(frontMatter), imported }, nativeOf(model, frontMatter !== null));
}

/** Title and summary, as the front matter says them. */
export function aboutOf(frontMatter: Data | null): Partial<About> {
	const title = frontMatter?.['title'];
	const summary = frontMatter?.['abstract'];
	return {
		...(typeof title === 'string' && { title }),
		...(typeof summary === 'string' && { summary })
	};
}

/** Parses and resolves `text`: everything of one title is one thing. */
export function understand(text: string): Understood {
	const tree = parse(text);
	const remarks = [...tree.remarks];
	const head = tree.frontMatter ? text.slice(tree.frontMatter.start, tree.frontMatter.end) : '';
	const frontMatter = tree.frontMatter && readFrontMatter(head);
	if (tree.frontMatter && !frontMatter && head.replaceAll(/[=\s]/g, '') !== '')
		remarks.push({
			at: tree.frontMatter.start,
			code: 'front-matter',
			message: 'The front matter is no plain YAML table: aliases and tags are not read either.'
		});
	const settings = frontMatter?.['model'];
	const isStrict =
		typeof settings === 'object' && settings !== null && 'mode' in settings && settings.mode === 'strict';
	const again = ({ start }: { readonly start: number }): void => {
		const message = 'The argument above has a structure already: this one became another argument.';
		remarks.push({ at: start, code: 'second-structure', message });
	};
	const model = regroup(resolve(tree, isStrict, again), frontMatter);
	return { tree, model, frontMatter, remarks };
}

/** Argdown's own counts, as its reference parser takes them. */
export function nativeOf(model: Model, frontMatter: boolean): Native {
	const { classes, arguments: named, relations, sections, tags } = model;
	const counts = { untitled: 0, members: 0, references: 0 };
	classes.forEach(({ title, members }) => {
		counts.members += members.length;
		// Only what has a title is referred to.
		if (title === null) counts.untitled++;
		else for (const { isReference } of members) if (isReference) counts.references++;
	});
	const { senses, ends } = countedRelations(relations);
	return {
		equivalenceClasses: classes.length,
		untitledEquivalenceClasses: counts.untitled,
		statementDefinitions: counts.members - counts.references,
		statementReferences: counts.references,
		arguments: named.length,
		argumentsWithPcs: named.filter(({ lines }) => lines.length > 0).length,
		relations: senses,
		relationEnds: ends,
		sections: sections.length,
		tags: tags.size,
		frontMatter
	};
}

const KINDS = ['class', 'argument', 'inference'] as const;
const ENDS = { class: 'equivalence-class', argument: 'argument', inference: 'inference' } as const;

/** How many relations of each sense there are, and between which kinds of things. */
function countedRelations(relations: Model['relations']): Record<'senses' | 'ends', Record<string, number>> {
	// Counted by number, since there may be tens of thousands: names are put together once.
	const counts = new Uint32Array(SENSES.length * KINDS.length ** 2);
	relations.forEach(({ sense, from, to }) => {
		counts[
			(SENSES.indexOf(sense) * KINDS.length + KINDS.indexOf(from.is)) * KINDS.length + KINDS.indexOf(to.is)
		]!++;
	});
	const senses: Record<string, number> = {};
	const ends: Record<string, number> = {};
	let at = 0;
	for (const sense of SENSES)
		for (const from of KINDS)
			for (const to of KINDS) {
				const count = counts[at++]!;
				if (count === 0) continue;
				senses[sense] = (senses[sense] ?? 0) + count;
				ends[`${sense}:${ENDS[from]}>${ENDS[to]}`] = count;
			}
	return { senses, ends };
}
