import { en } from './en.ts';
import { speaking } from './speak.ts';

/** A message of the interface by name; every language has all of them. */
export type Key = keyof typeof en;

/** The words of an open debate, and of everything else. Pages outside of a debate load `everywhere.ts` instead. */
export const t = speaking<Key>(en);
