import type { Id, Point } from '#lib/core/model/item.ts';
import type { Link, Node } from '../forest/node.ts';
import type { Composition } from '../layout/composition.ts';
import { around, type Detours } from './around.ts';
import { courseOf, FamilyLines } from './family.ts';
import { DrawnLine, type Course } from './line.ts';
import { LinkRouter } from './links.ts';
import { ShelvedGround } from './shelved.ts';

/** The lines of a map, each worked out when it is first asked for, and again only when something there has moved. */
export class Drawing {
	readonly #ground: Composition;
	/** Links, seen from the origin of the map. */
	#routes: readonly {
		readonly course: Course;
		readonly points: readonly Point[];
		readonly label: Point | null;
	}[] = [];
	#routed = -1;
	#links: readonly DrawnLine[] = [];
	#linked = -1;
	readonly #detours: Detours = new Map();
	#all: readonly DrawnLine[] = [];
	#drawn = -1;

	constructor(ground: Composition) {
		this.#ground = ground;
	}

	/** The lines from the family of a card or joint to it. */
	below(node: Node): readonly DrawnLine[] {
		const { place } = node;
		if (place.family.length === 0) return NONE;
		place.lines ??= new FamilyLines(node, this.#isInLoop);
		const { x, y } = this.#ground.cornerOf(node);
		const { origin } = this.#ground;
		return place.lines.at({ x: x - place.aside.x + origin.x, y: y - place.aside.y + origin.y });
	}

	/** What ties those that stand in different places. */
	links(): readonly DrawnLine[] {
		const { placing, version, origin } = this.#ground;
		if (this.#linked === version) return this.#links;
		if (this.#routed !== placing) {
			const router = new LinkRouter(new ShelvedGround(this.#ground));
			const ways = this.#regular().map((link) => ({ link, points: router.route(link) }));
			this.#routes = ways.map(({ link, points }) => ({
				course: this.#courseOf(link),
				points,
				label: link.part === 'premise' ? null : router.wordOn(points)
			}));
			this.#routed = placing;
		}
		const moved = ({ x, y }: Point) => ({ x: x + origin.x, y: y + origin.y });
		this.#links = this.#routes.map(
			({ course, points, label }) => new DrawnLine(course, points.map(moved), label && moved(label))
		);
		this.#linked = version;
		return this.#links;
	}

	/** Every line. */
	all(): readonly DrawnLine[] {
		const { version, forest, pinned } = this.#ground;
		if (this.#drawn === version) return this.#all;
		const nodes = forest.levels();
		const lines = [...nodes.flatMap((node) => this.below(node)), ...this.links()];
		this.#all =
			pinned.size > 0 ? around(this.#ground, nodes, lines, this.#astray(nodes), this.#detours) : lines;
		this.#drawn = version;
		return this.#all;
	}

	/** Links between what stands together: the families on their way keep channels for them. */
	#regular(): Link[] {
		const { forest, pinned } = this.#ground;
		const links = forest.links();
		return pinned.size === 0 ? links : links.filter((link) => !this.#isAstray(link));
	}

	/** What leads to or from a pinned card has to find a way of its own. */
	#astray(nodes: readonly Node[]): Course[] {
		const links = this.#ground.forest.links().filter((link) => this.#isAstray(link));
		return [
			...links.map((link) => this.#courseOf(link)),
			...nodes.flatMap((node) =>
				node.parent && node.place.pin
					? courseOf(node, node.parent.id, this.#isInLoop(node.id, node.parent.id))
					: []
			)
		];
	}

	#isAstray({ from, to }: Link): boolean {
		const { nodes } = this.#ground.forest;
		return ownerOf(nodes.get(from)!) !== ownerOf(nodes.get(to)!);
	}

	#courseOf(link: Link): Course {
		return { ...link, isInLoop: this.#isInLoop(link.from, link.to) };
	}

	readonly #isInLoop = (from: Id, to: Id): boolean => {
		const { circles } = this.#ground;
		const circle = circles.get(from);
		return circle !== undefined && circle === circles.get(to);
	};
}

const NONE: readonly DrawnLine[] = [];

/** The pinned card that something hangs below, itself included. */
function ownerOf(node: Node): Node | null {
	let at: Node | null = node;
	while (at && !at.place.pin) at = at.parent;
	return at;
}
