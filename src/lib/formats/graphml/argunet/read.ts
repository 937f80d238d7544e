import { fail, type Result } from '#lib/core/result.ts';
import { childOf, childrenOf, elementsOf, readXml, textOf, type Element } from '../../carriers/xml.ts';
import { Draft } from '../../draft.ts';
import { refusal, type Reading, type Refusal } from '../../format.ts';
import { countedIn } from '../read.ts';
import { ArgunetReader } from './items.ts';

const COUNTED = ['node', 'edge', 'graph', 'argument', 'thesis', 'group', 'proposition'];

/** Reads Argunet's export. Colours, places and counters are left out. */
export function readArgunet(text: string): Result<Reading, Refusal> {
	const parsed = readXml(text);
	if (!parsed.ok) return parsed;
	const root = parsed.value;
	const native = countedIn(root, text, COUNTED);
	if (root.name !== 'graphml')
		return fail(
			refusal('not-graphml', `The outermost element is ${root.name}.`, root.line, root.column, native)
		);
	const draft = new Draft();
	new ArgunetReader(draft).read(root);
	const drawn = [...elementsOf(root)].find(({ name }) => name === 'Geometry');
	if (drawn) draft.warn('layout', 'What Argunet draws was left out: places and colours.', drawn);
	return draft.reading(aboutOf(root), native);
}

function aboutOf(root: Element): { readonly title: string; readonly summary: string } {
	const map = childrenOf(root, 'data').flatMap((data) => childrenOf(data, 'map'))[0];
	const debate = map && childOf(map, 'debate');
	const said = (within: Element | undefined, name: string): string => {
		const found = within && childOf(within, name);
		return found ? textOf(found).trim() : '';
	};
	const mapTitle = said(map, 'mapTitle');
	const title = said(debate, 'title') || mapTitle;
	const rest = [said(debate, 'subtitle'), mapTitle === title ? '' : mapTitle, said(map, 'mapDescription')];
	return { title, summary: rest.filter((words) => words !== '').join('\n') };
}
