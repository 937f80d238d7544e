import type { Box, Line } from './types.ts';

/** The smallest rectangle around boxes and lines; `null` around nothing. */
export function boundsOf(boxes: Iterable<Box>, lines: Iterable<Pick<Line, 'points'>>): Box | null {
	let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const { x, y, width, height } of boxes) {
		left = Math.min(left, x);
		top = Math.min(top, y);
		right = Math.max(right, x + width);
		bottom = Math.max(bottom, y + height);
	}
	for (const { points } of lines)
		for (const { x, y } of points) {
			left = Math.min(left, x);
			top = Math.min(top, y);
			right = Math.max(right, x);
			bottom = Math.max(bottom, y);
		}
	return left === Infinity ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Whether two rectangles have something in common, be it an edge. */
export function touch(a: Box, b: Box): boolean {
	return a.x <= b.x + b.width && b.x <= a.x + a.width && a.y <= b.y + b.height && b.y <= a.y + a.height;
}
