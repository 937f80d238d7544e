import type { Json } from '#lib/core/decode.ts';
import { isRecord } from '../../sample.ts';
import type { Data } from '../syntax/data.ts';
import type { Model, Section } from './model.ts';

/**
 * The model with the sections that front matter asks for in place of those of its headings (`group.regroup`, as in
 * Argdown's RegroupPlugin, MIT): a list of `{title, tags, statements, arguments, children}`.
 */
export function regroup(model: Model, frontMatter: Data | null): Model {
	const wanted = isRecord(frontMatter?.['group']) ? frontMatter['group']['regroup'] : undefined;
	if (!Array.isArray(wanted) || wanted.length === 0) return model;
	for (const known of [...model.classes, ...model.arguments]) known.section = null;
	const members = new Map(
		[...model.classes, ...model.arguments].map((known) => [`${known.is} ${known.title ?? ''}`, known])
	);
	const sections: Section[] = [];
	const add = (config: unknown, level: number, parent: Section | null): void => {
		if (!isRecord(config) || level > MOST_DEPTH) return;
		const title = typeof config['title'] === 'string' ? config['title'] : '';
		const section: Section = { title, level, parent, tags: texts(config['tags']), data: NONE, id: '' };
		sections.push(section);
		for (const kind of ['class', 'argument'] as const)
			for (const name of texts(config[kind === 'class' ? 'statements' : 'arguments'])) {
				const member = members.get(`${kind} ${name}`);
				if (member) member.section = section;
			}
		if (Array.isArray(config['children']))
			for (const child of config['children'] as unknown[]) add(child, level + 1, section);
	};
	for (const config of wanted as unknown[]) add(config, 1, null);
	return { ...model, sections };
}

const MOST_DEPTH = 64;
const NONE: Readonly<Record<string, Json>> = {};

function texts(value: unknown): string[] {
	return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
