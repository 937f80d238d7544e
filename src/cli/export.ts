import { writeFileSync } from 'node:fs';
import type { Id } from '#lib/core/model/item.ts';
import { t } from '#lib/i18n/t.ts';
import { readDebate } from '#lib/server/export/readDebate.ts';
import { openStore } from '#lib/server/store/open.ts';
import type { DebateCard, Store } from '#lib/server/store/store.ts';
import { worded } from '#lib/server/worded.ts';
import { databaseOf, parsed } from './options.ts';
import { asked, isPicture, PICTURE_OPTIONS, type Asked } from './picture/asked.ts';
import { made } from './picture/made.ts';

const OPTIONS = {
	database: { type: 'string' },
	output: { type: 'string', short: 'o', default: '-' },
	to: { type: 'string' },
	...PICTURE_OPTIONS
} as const;

/**
 * `argosy export [DEBATE] [--branch ID] [-o FILE]`: a debate, by id or by a part of its title, as SVG or PNG. Without
 * DEBATE the only one there is, or the sample. Answers 1, with a sentence, where it is not clear what is meant.
 */
export async function exportDebate(args: string[]): Promise<number> {
	const read = parsed(args, OPTIONS, true);
	if (!read) return 1;
	const { values, positionals } = read;
	const { output } = values;
	const to = values.to ?? /\.([a-z]\w*)$/i.exec(output)?.[1]?.toLowerCase() ?? 'svg';
	if (!isPicture(to))
		return refuse(
			values.to === undefined
				? `${output}: a picture is .svg or .png, or say which with --to. For other formats: argosy convert`
				: '--to is svg or png. For other formats: argosy convert'
		);
	const wanted = asked(to, values);
	if (!wanted.ok) return refuse(wanted.error);
	if (positionals.length > 1)
		return refuse('Name one debate; put a title of several words in quotation marks.');
	const file = databaseOf(values.database);
	const opened = openStore({ file, clock: Date.now, mode: 'read' });
	if (!opened.ok) return refuse(worded(opened.error, file));
	const store = opened.value;
	try {
		const id = meant(await store.list(null), positionals[0]);
		if (typeof id !== 'string') return refuse(id.message);
		return await write(store, id, output, wanted.value);
	} finally {
		store.close();
	}
}

async function write(store: Store, id: Id, output: string, wanted: Asked): Promise<number> {
	const debate = await readDebate(store, id);
	if (!debate) return refuse(`The debate ${id} is gone.`);
	const done = await made(debate, wanted);
	if (!done.ok) return refuse(done.error);
	const { content, remarks } = done.value;
	for (const remark of remarks) console.error(remark);
	if (output === '-') {
		process.stdout.write(content);
		return 0;
	}
	try {
		writeFileSync(output, content);
	} catch (error) {
		return refuse(
			`${output} could not be written: ${error instanceof Error ? error.message : String(error)}`
		);
	}
	const isWhole = (wanted.look.part ?? 'all') === 'all';
	console.error(`${output}: ${isWhole ? claimsIn(debate.count.claim) : 'a part of the debate'}.`);
	return 0;
}

/** The debate that is meant: its id, all of its title, or a part of the title that no other has. */
function meant(debates: readonly DebateCard[], said: string | undefined): Id | { message: string } {
	if (said === undefined) {
		const only = debates.length === 1 ? debates[0] : debates.find(({ sample }) => sample);
		return only?.id ?? { message: `Which debate?\n${listed(debates)}` };
	}
	const words = said.toLowerCase();
	const found =
		[
			debates.filter(({ id }) => id === said),
			debates.filter(({ title }) => title === said),
			debates.filter(({ title }) => title.toLowerCase().includes(words))
		].find((some) => some.length > 0) ?? [];
	if (found.length === 1) return found[0]!.id;
	if (found.length > 1) return { message: `Several debates are called so:\n${listed(found)}` };
	return {
		message: `No debate is called “${said}”. There ${listed(debates) ? `are:\n${listed(debates)}` : 'is none yet.'}`
	};
}

function listed(debates: readonly DebateCard[]): string {
	return debates
		.map(({ id, title, claims }) => `  ${id}  ${title.replaceAll(/\s+/g, ' ')} (${claimsIn(claims)})`)
		.join('\n');
}

function claimsIn(count: number): string {
	return t('picture.claims', { count });
}

function refuse(message: string): number {
	console.error(message);
	return 1;
}
