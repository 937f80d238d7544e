import type { Gradual } from './gradual.ts';

/** Quadratic Energy (Potyka 2018): the surplus of one side pulls the base score towards 0 or 1, never reaching it. */
export const quadraticEnergy: Gradual = {
	name: 'Quadratic Energy',
	start: 0,
	gather: (gathered, strength) => gathered + strength,
	strength(base, pros, cons) {
		const energy = pros - cons;
		const pull = (energy * energy) / (1 + energy * energy);
		return energy >= 0 ? base + (1 - base) * pull : base - base * pull;
	}
};
