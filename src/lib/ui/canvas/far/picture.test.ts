import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Palette } from '../place/paint.ts';
import { Picture, type Scene } from './picture.ts';

const SIZE = { width: 100, height: 80 };
const SHOT = { x: 0, y: 0, zoom: 1 };
/** Longer than a frame, and longer than typing has to rest. */
const [FRAME, REST] = [20, 500];

/** What was painted, and what was put on the page. */
let log: string[];
/** How long was painted, in ms, besides the time that the timers tell. */
let spent: number;

beforeEach(() => {
	[log, spent] = [[], 0];
	vi.useFakeTimers();
	const now = performance.now.bind(performance);
	vi.spyOn(performance, 'now').mockImplementation(() => now() + spent);
	vi.stubGlobal('devicePixelRatio', 1);
	vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
	vi.stubGlobal('cancelAnimationFrame', (request: ReturnType<typeof setTimeout>) => clearTimeout(request));
});
afterEach(() => {
	vi.restoreAllMocks();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function picture(): { picture: Picture; colours: { ink: string } } {
	const colours = { ink: 'black' };
	const context = () => {
		const canvas = { width: 0, height: 0 };
		const nothing = () => undefined;
		const drawImage = (_: unknown, x: number, y: number, width: number, height: number) =>
			log.push(`shown at ${x} ${y}, ${width} by ${height}`);
		return { canvas, setTransform: nothing, clearRect: nothing, drawImage };
	};
	const made = () => context() as unknown as CanvasRenderingContext2D;
	const palette = () => ({ ...colours }) as unknown as Palette;
	return { picture: new Picture({ context: made(), palette, sheet: made }), colours };
}

/** A scene that takes so many ms to paint, in as many parts. */
function scene(content: string, ms = 1, shot = SHOT): Scene {
	return {
		shot,
		content,
		*paint() {
			log.push(`begins ${content}`);
			for (let part = 0; part < ms; part++) {
				spent++;
				yield;
			}
			log.push(`ends ${content}`);
		}
	};
}

describe('a picture', () => {
	test('[K32] is there in the next frame, and is not painted again while it looks the same', () => {
		const { picture: one, colours } = picture();
		one.show(scene('a'), SIZE);
		vi.advanceTimersByTime(FRAME);
		expect(log).toEqual(['begins a', 'ends a', 'shown at 0 0, 100 by 80']);
		log = [];
		one.show(scene('a'), SIZE);
		vi.advanceTimersByTime(REST);
		expect(log).toEqual(['shown at 0 0, 100 by 80']);
		log = [];
		colours.ink = 'white';
		one.show(scene('a'), SIZE);
		vi.advanceTimersByTime(REST);
		expect(log).toEqual(['begins a', 'ends a', 'shown at 0 0, 100 by 80']);
	});

	test('[K32] that takes long is painted in slices, and anew only once changes rest', () => {
		const { picture: one } = picture();
		one.show(scene('a', 30), SIZE);
		vi.advanceTimersByTime(FRAME);
		expect(log).toEqual(['begins a', 'shown at 0 0, 100 by 80']);
		vi.advanceTimersByTime(REST);
		expect(log.filter((line) => line === 'ends a')).toHaveLength(1);
		log = [];
		for (const content of ['b', 'c', 'd']) {
			one.show(scene(content, 30), SIZE);
			vi.advanceTimersByTime(FRAME);
		}
		expect(new Set(log)).toEqual(new Set(['shown at 0 0, 100 by 80']));
		log = [];
		vi.advanceTimersByTime(2 * REST);
		expect(log.filter((line) => !line.startsWith('shown'))).toEqual(['begins d', 'ends d']);
	});

	test('[K32] that takes long goes along with the shot until it is painted anew', () => {
		const { picture: one } = picture();
		one.show(scene('a', 30), SIZE);
		vi.advanceTimersByTime(REST);
		log = [];
		one.show(scene('a', 30, { x: 10, y: -20, zoom: 2 }), SIZE);
		vi.advanceTimersByTime(FRAME);
		expect(log).toEqual(['begins a', 'shown at 10 -20, 200 by 160']);
		vi.advanceTimersByTime(REST);
		expect(log.at(-1)).toBe('shown at 0 0, 100 by 80');
	});

	test('[K32] is given up half painted when there is something else to be seen', () => {
		const { picture: one } = picture();
		one.show(scene('a', 30), SIZE);
		vi.advanceTimersByTime(FRAME);
		one.show(scene('b', 30), SIZE);
		vi.advanceTimersByTime(2 * REST);
		expect(log.filter((line) => !line.startsWith('shown'))).toEqual(['begins a', 'begins b', 'ends b']);
	});

	test('[K32] that is closed is painted no more', () => {
		const { picture: one } = picture();
		one.show(scene('a', 30), SIZE);
		vi.advanceTimersByTime(FRAME);
		one.close();
		log = [];
		vi.advanceTimersByTime(REST);
		expect(log).toEqual([]);
	});
});
