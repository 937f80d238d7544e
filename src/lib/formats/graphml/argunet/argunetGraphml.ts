import type { Format } from '../../format.ts';
import type { Sample } from '../../sample.ts';
import { readArgunet } from './read.ts';

/** The GraphML that Argunet exports, with elements of its own: theses, arguments spelled out, groups. */
export const argunetGraphml: Format = {
	name: 'argunet-graphml',
	title: 'Argunet GraphML',
	suffixes: ['graphml'],
	media: 'application/graphml+xml',
	recognises: isArgunet,
	read: readArgunet
};

/** Whether GraphML has Argunet's own elements in it. */
export function isArgunet({ root }: Sample): boolean {
	return root?.name === 'graphml' && root.tag.includes('://www.argunet.org/');
}
