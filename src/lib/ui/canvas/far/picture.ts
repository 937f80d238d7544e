import type { Shot, Size } from '../place/camera.ts';
import type { Palette } from '../place/paint.ts';

/** What is to be seen. As long as `content` is the same value, the same shot of it looks the same. */
export interface Scene {
	readonly shot: Shot;
	readonly content: unknown;
	/** Paints the shot, a part at a time; the canvas is empty and in pixels of the page. */
	readonly paint: (context: CanvasRenderingContext2D, palette: Palette) => Generator<void>;
	/** Paints what lies above that, changes more often, and costs little. */
	readonly over?: (context: CanvasRenderingContext2D, palette: Palette) => void;
}

/** What a picture needs of the page. */
export interface Frame {
	/** What is seen, in pixels of the page; `null` while there is no way to paint on it. */
	readonly context: CanvasRenderingContext2D;
	readonly palette: () => Palette;
	/** Another canvas, to paint out of sight. */
	readonly sheet: () => CanvasRenderingContext2D;
}

/** So long, in ms, is painted before the page may do something else. */
const SLICE = 6;
/** So long after the last change what takes longer than that is painted anew: then typing rests, or the gesture. */
const REST = 400;

interface Sheet {
	readonly context: CanvasRenderingContext2D;
	readonly scene: Scene;
	readonly size: Size;
	/** The colours that it is painted in. */
	readonly colours: string;
	readonly work: Generator<void>;
}

/**
 * A canvas that shows the scene that was asked for last. What is painted in one go is there in the next frame. What
 * takes longer is painted out of sight, in slices, once changes rest; until then what was painted last is shown where
 * it belongs. What looks as it did is not painted again.
 */
export class Picture {
	readonly #frame: Frame;
	#scene: Scene | null = null;
	#size: Size = { width: 0, height: 0 };
	#done: Sheet | null = null;
	#doing: Sheet | null = null;
	/** Whether it took more than one slice the last time. */
	#isSlow = false;
	/** When there was something else to be painted. */
	#changed = 0;
	#request = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(frame: Frame) {
		this.#frame = frame;
	}

	/** Shows this from the next frame on; `null` leaves the canvas empty. */
	show(scene: Scene | null, size: Size): void {
		if (scene?.content !== this.#scene?.content) {
			this.#doing = null;
			this.#changed = performance.now();
		}
		if (scene === null) this.#done = null;
		this.#scene = scene;
		this.#size = size;
		this.#ask();
	}

	/** Ends; nothing is painted any more. */
	close(): void {
		this.#scene = this.#done = this.#doing = null;
		clearTimeout(this.#timer);
		cancelAnimationFrame(this.#request);
	}

	#ask(): void {
		cancelAnimationFrame(this.#request);
		this.#request = requestAnimationFrame(this.#draw);
	}

	readonly #draw = (): void => {
		const palette = this.#frame.palette();
		if (this.#scene) this.#goOn(this.#scene, palette);
		this.#present(palette);
	};

	/** Paints for a slice, where there is something to be painted. */
	#goOn(scene: Scene, palette: Palette): void {
		const colours = Object.values(palette).join();
		if (!this.#doing) {
			if (this.#done && isOf(this.#done, scene, this.#size, colours)) return;
			const wait = this.#isSlow && this.#done ? this.#changed + REST - performance.now() : 0;
			clearTimeout(this.#timer);
			if (wait > 0) {
				this.#timer = setTimeout(() => this.#ask(), wait);
				return;
			}
			this.#doing = this.#begin(scene, palette, colours);
			this.#isSlow = false;
		}
		const end = performance.now() + SLICE;
		while (!this.#doing.work.next().done)
			if (performance.now() > end) {
				this.#isSlow = true;
				return this.#ask();
			}
		this.#done = this.#doing;
		this.#doing = null;
		if (!isOf(this.#done, scene, this.#size, colours)) this.#ask();
	}

	#begin(scene: Scene, palette: Palette, colours: string): Sheet {
		const context = this.#frame.sheet();
		fit(context, this.#size);
		return { context, scene, size: this.#size, colours, work: scene.paint(context, palette) };
	}

	/** Shows what is painted, where the scene has it. */
	#present(palette: Palette): void {
		const { context } = this.#frame;
		fit(context, this.#size);
		const scene = this.#scene;
		const sheet = this.#done ?? this.#doing;
		if (!scene || !sheet) return;
		const [from, to] = [sheet.scene.shot, scene.shot];
		const times = to.zoom / from.zoom;
		const [x, y] = [to.x - from.x * times, to.y - from.y * times];
		const { canvas } = sheet.context;
		const scale = times / devicePixelRatio;
		if (canvas.width > 0 && canvas.height > 0)
			context.drawImage(canvas, x, y, canvas.width * scale, canvas.height * scale);
		scene.over?.(context, palette);
	}
}

function isOf(sheet: Sheet, scene: Scene, size: Size, colours: string): boolean {
	const [a, b] = [sheet.scene.shot, scene.shot];
	const isSameShot = a.x === b.x && a.y === b.y && a.zoom === b.zoom;
	const isSameSize = sheet.size.width === size.width && sheet.size.height === size.height;
	return isSameShot && isSameSize && sheet.scene.content === scene.content && sheet.colours === colours;
}

/** Makes a canvas empty and as large as what it is to show. */
function fit(context: CanvasRenderingContext2D, { width, height }: Size): void {
	const { canvas } = context;
	const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
	if (canvas.width !== wide || canvas.height !== high) {
		canvas.width = wide;
		canvas.height = high;
	}
	context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
	context.clearRect(0, 0, width, height);
}
