import type { Gradual } from './gradual.ts';

/**
 * DF-QuAD (Rago, Toni, Aurisicchio, Baroni 2016): each side is as strong as the chance that one of its reasons
 * holds, and the stronger side moves the base score by the difference. Twenty weak reasons do not bury a strong one.
 */
export const dfquad: Gradual = {
	name: 'DF-QuAD',
	start: 1,
	gather: (gathered, strength) => gathered * (1 - strength),
	strength(base, pros, cons) {
		const lean = cons - pros;
		return lean >= 0 ? base + (1 - base) * lean : base + base * lean;
	}
};
