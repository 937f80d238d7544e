import { told as compared } from '#lib/formats/told.ts';

export const told = compared;
