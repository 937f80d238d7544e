/** A script of which characters cannot be drawn, and how many of them there are, each time counted. */
export interface Missing {
	readonly script: Script;
	readonly count: number;
}

/** The writing systems that are told apart by name; `other` for all the rest. */
const SCRIPTS = {
	chinese: /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u,
	japanese: /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
	korean: /\p{Script=Hangul}/u,
	arabic: /\p{Script_Extensions=Arabic}/u,
	hebrew: /\p{Script=Hebrew}/u,
	devanagari: /\p{Script_Extensions=Devanagari}/u,
	bengali: /\p{Script=Bengali}/u,
	tamil: /\p{Script=Tamil}/u,
	thai: /\p{Script=Thai}/u,
	georgian: /\p{Script=Georgian}/u,
	armenian: /\p{Script=Armenian}/u,
	mongolian: /\p{Script=Mongolian}/u,
	tibetan: /\p{Script=Tibetan}/u,
	emoji: /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]/u
} as const;

export type Script = keyof typeof SCRIPTS | 'other';

const NAMES = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

/** Sorts characters, with how often each occurs, by their scripts; the most frequent first. */
export function byScript(characters: ReadonlyMap<string, number>): Missing[] {
	const counts = new Map<Script, number>();
	for (const [character, count] of characters) {
		const script = NAMES.find((name) => SCRIPTS[name].test(character)) ?? 'other';
		counts.set(script, (counts.get(script) ?? 0) + count);
	}
	return [...counts].map(([script, count]) => ({ script, count })).sort((a, b) => b.count - a.count);
}
