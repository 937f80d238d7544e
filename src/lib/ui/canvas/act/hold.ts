/** So long a finger rests until it means more than a tap, in ms. */
const HOLD = 500;
/** A finger that went so far drags or pans, in pixels. */
const SLACK = 10;

/**
 * Calls `open` with the press of a finger that rested on something that `isMeant`. Systems that make a context menu of
 * such a press come first: iOS makes none. What the finger would do on lifting is left out then, which else would take
 * the focus from what opened.
 */
export function onHold(
	isMeant: (target: EventTarget | null) => boolean,
	open: (event: PointerEvent) => void
): (element: HTMLElement) => () => void {
	return (element) => {
		let end = () => {};
		const begin = (press: PointerEvent) => {
			end();
			if (press.pointerType !== 'touch' || !press.isPrimary || !isMeant(press.target)) return;
			const ends = new AbortController();
			const timer = setTimeout(() => {
				end();
				leaveOutLifting();
				open(press);
			}, HOLD);
			end = () => {
				clearTimeout(timer);
				ends.abort();
			};
			const move = ({ clientX, clientY }: PointerEvent) => {
				if (Math.hypot(clientX - press.clientX, clientY - press.clientY) > SLACK) end();
			};
			const options = { capture: true, signal: ends.signal };
			addEventListener('pointermove', move, options);
			for (const event of ['pointerup', 'pointercancel', 'contextmenu'] as const)
				addEventListener(event, () => end(), options);
		};
		element.addEventListener('pointerdown', begin, true);
		return () => {
			end();
			element.removeEventListener('pointerdown', begin, true);
		};
	};
}

function leaveOutLifting(): void {
	const done = new AbortController();
	for (const event of ['touchend', 'touchcancel'] as const)
		addEventListener(
			event,
			(lifting) => {
				if (lifting.cancelable) lifting.preventDefault();
				done.abort();
			},
			{ capture: true, passive: false, signal: done.signal }
		);
}
