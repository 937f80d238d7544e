import type { Gradual } from './gradual.ts';

/** MLP-based (Potyka 2021): each claim as a neuron, its base score as the bias. Base scores of 0 and 1 never move. */
export const mlp: Gradual = {
	name: 'MLP-based',
	start: 0,
	gather: (gathered, strength) => gathered + strength,
	strength(base, pros, cons) {
		if (base <= 0 || base >= 1) return base;
		return 1 / (1 + ((1 - base) / base) * Math.exp(cons - pros));
	}
};
