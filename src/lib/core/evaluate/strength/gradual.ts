/**
 * A gradual semantics: how a base score and the strengths on both sides make a strength, all from 0 to 1. Strengths
 * of one side are gathered one by one from `start`, in any order.
 */
export interface Gradual {
	readonly name: string;
	readonly start: number;
	gather(gathered: number, strength: number): number;
	strength(base: number, pros: number, cons: number): number;
}
