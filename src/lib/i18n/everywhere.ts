import { enEverywhere } from './enEverywhere.ts';
import { speaking } from './speak.ts';

/** The words of pages outside of a debate, so that they need not load what only a debate says. */
export const t = speaking<keyof typeof enEverywhere>(enEverywhere);
