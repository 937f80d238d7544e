import type { Id, Point } from '#lib/core/model/item.ts';
import type { Node } from '../forest/node.ts';
import type { Arrangement } from '../family/arrangement.ts';
import type { Box } from '../layout/types.ts';

/** What lines are drawn on: where everything stands. */
export interface Ground {
	readonly forest: { readonly nodes: { get(id: Id): Node | undefined } };
	readonly arrangement: Pick<Arrangement, 'roots' | 'whole'>;
	/** The card or joint itself. */
	boxOf(node: Node): Box;
	/** The upper left corner of its branch. */
	cornerOf(node: Node): Point;
}
