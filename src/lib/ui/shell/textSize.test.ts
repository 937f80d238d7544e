import { expect, test } from 'vitest';
import { filesIn, isTest } from '#tests/support/house.ts';
import { TEXT_SIZES } from './textSize.svelte.ts';

/** In map units, which follow the text by themselves. */
const ON_THE_MAP = /\/canvas\/(?:card\/|Lines\.svelte$)/;

const looks = filesIn('src')
	.filter(({ path }) => /\.(?:svelte|css)$/.test(path) && !isTest(path) && !ON_THE_MAP.test(path))
	.map(({ path, text }) => ({ path, style: path.endsWith('.css') ? text : (text.split('<style')[1] ?? '') }));

function saying(pattern: RegExp): string[] {
	return looks.flatMap(({ path, style }) =>
		(style.match(pattern) ?? []).map((found) => `${path}: ${found.trim()}`)
	);
}

test('[L42] no text of the interface has a size in pixels', () => {
	expect(looks.length).toBeGreaterThan(50);
	expect(saying(/\b(?:font|font-size|line-height):[^;]*\dpx/g)).toEqual([
		// The most that a reader's own choice leads to.
		'src/app.css: font-size: max(100%, min(var(--text-size, 100%), 32px'
	]);
});

test('[L42] what there is room for is asked of the page, in rem, not of the screen', () => {
	expect(saying(/@media[^{]*\bwidth\b[^{]*/g)).toEqual([]);
	expect(saying(/@container[^{]*\dpx[^{]*/g)).toEqual([]);
});

test('[L42] every size that can be chosen has its rule', () => {
	const css = filesIn('src').find(({ path }) => path === 'src/app.css')!.text;
	const rules = [...css.matchAll(/html\[data-text='(\d+)'\] \{\s*--text-size: (\d+)%;/g)];
	expect(rules.map(([, size, percent]) => [Number(size), Number(percent)])).toEqual(
		TEXT_SIZES.filter((size) => size !== 100).map((size) => [size, size])
	);
});
