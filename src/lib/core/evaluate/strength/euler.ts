import type { Gradual } from './gradual.ts';

/** Euler-based (Amgoud and Ben-Naim 2018). */
export const euler: Gradual = {
	name: 'Euler-based',
	start: 0,
	gather: (gathered, strength) => gathered + strength,
	strength: (base, pros, cons) => 1 - (1 - base * base) / (1 + base * Math.exp(pros - cons))
};
