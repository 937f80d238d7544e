import type { Sense } from './layout/types.ts';

/** The colours of a drawing, as SVG takes them. The page has the same ones as custom properties in `app.css`. */
export interface Theme {
	readonly ground: string;
	readonly card: string;
	readonly border: string;
	readonly ink: string;
	readonly faint: string;
	readonly sense: Readonly<Record<Sense, string>>;
}

/**
 * Safe for colour-blind readers (Okabe and Ito 2008, darkened where words need contrast). Grey has no hues, and each
 * sense a lightness of its own; print has no grounds.
 */
export const THEMES = {
	light: {
		ground: '#FBFAF8',
		card: '#FFFFFF',
		border: '#C9C5BC',
		ink: '#1B1D21',
		faint: '#5C5F66',
		sense: { support: '#0067A3', attack: '#B84A00', undercut: '#6A3D9A' }
	},
	dark: {
		ground: '#16181C',
		card: '#212429',
		border: '#454A53',
		ink: '#E8E6E1',
		faint: '#A9ABB0',
		sense: { support: '#5DB1E8', attack: '#F08A4B', undercut: '#B99AE0' }
	},
	grey: {
		ground: '#FFFFFF',
		card: '#FFFFFF',
		border: '#767676',
		ink: '#000000',
		faint: '#4A4A4A',
		sense: { support: '#000000', attack: '#6B6B6B', undercut: '#3D3D3D' }
	},
	print: {
		ground: '#FFFFFF',
		card: '#FFFFFF',
		border: '#444444',
		ink: '#000000',
		faint: '#333333',
		sense: { support: '#004C7A', attack: '#8F3900', undercut: '#4E2D75' }
	}
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof THEMES;

/** Whether there is a theme of this name. */
export function isThemeName(name: string): name is ThemeName {
	return Object.hasOwn(THEMES, name);
}

/** How the line of each sense is dashed and ended: distinct without colour. End marks point to the right. */
export const STROKES = {
	support: { dash: '', end: 'M-10,-6L0,0L-10,6Z', isFilled: true },
	attack: { dash: '8 4', end: 'M-2,-8L-2,8', isFilled: false },
	undercut: { dash: '2 4', end: 'M-11,-6L-1,6M-11,6L-1,-6', isFilled: false }
} as const satisfies Record<Sense, { dash: string; end: string; isFilled: boolean }>;
