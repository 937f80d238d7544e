import { expect, test } from 'vitest';
import { fold } from './fold.ts';

test.each([
	['İstanbul', 'istanbul'],
	['ISTANBUL', 'istanbul'],
	['ılık', 'ilik'],
	['ещё', 'еще'],
	['Өзбекстан', 'өзбекстан'],
	['Қазақстан', 'қазақстан'],
	['Café', 'cafe'],
	['ﬁne', 'fine'],
	['中亚', '中亚'],
	['مُنَظَّمَة', 'منظمة']
])('[M30] %s is found as %s', (text, folded) => {
	expect(fold(text)).toBe(folded);
	expect(fold(folded)).toBe(folded);
});
