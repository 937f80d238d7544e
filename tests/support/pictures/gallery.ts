import { apply } from '#lib/core/edit/apply.ts';
import { Debate } from '#lib/core/model/debate.ts';
import type { Id } from '#lib/core/model/item.ts';
import { claim, evidence, premise, relation } from '#lib/core/model/make.ts';
import { after } from '#lib/core/model/order.ts';
import type { Look } from '#lib/draw/drawing.ts';
import { sample } from '#lib/server/sample/sample.ts';
import { grown, type Growth } from '../grown.ts';

/** A picture to look at. */
export interface Piece {
	readonly name: string;
	readonly debate: Debate;
	readonly look: Look;
}

/** Twenty debates of many shapes and sizes, in several looks. */
export function gallery(): Piece[] {
	const piece = (name: string, debate: Debate, look: Look = {}): Piece => ({ name, debate, look });
	const titled = { hasTitle: true, date: '26 November 2026' } as const;
	const growing = (growth: Omit<Growth, 'seed'>) => grown({ seed: 7, ...growth });
	return [
		piece('sample', sampleDebate(), titled),
		piece('sample to the right', sampleDebate(), { ...titled, direction: 'right' }),
		piece('sample in grey', sampleDebate(), { theme: 'grey' }),
		piece('branch of the sample, dark', sampleDebate(), { part: { branch: 'not-binding' }, theme: 'dark' }),
		piece('one claim', tree(1, 1), titled),
		piece('chain of 12', tree(12, 1)),
		piece('chain of 12 to the right', tree(12, 1), { direction: 'right' }),
		piece('40 reasons for one claim', tree(41, 40)),
		piece('even tree of 40', tree(40, 3)),
		piece('circles', circles()),
		piece('scripts', scripts(), titled),
		piece('25 claims', growing({ claims: 25 }), { theme: 'print', ...titled }),
		piece('joined premises', growing({ claims: 60, joints: 0.5, undercuts: 0.2 })),
		piece('second uses', growing({ claims: 60, links: 0.3 })),
		piece('many beginnings', growing({ claims: 60, roots: 12 })),
		piece('deep', growing({ claims: 120, depth: 0.9 })),
		piece('200 claims', growing({ claims: 200 }), titled),
		piece('200 claims to the right', growing({ claims: 200 }), { direction: 'right' }),
		piece('1,000 claims', growing({ claims: 1_000 })),
		piece('10,000 claims', growing({ claims: 10_000 }))
	];
}

function sampleDebate(): Debate {
	const debate = new Debate();
	const done = apply(debate, sample().steps);
	if (!done.ok) throw new Error('the sample does not stand');
	return debate;
}

/** A tree of `count` claims in which every claim has `width` reasons, in turn for and against. */
function tree(count: number, width: number): Debate {
	const debate = new Debate();
	debate.about = { title: 'What a reason rests on', summary: '' };
	for (let at = 0; at < count; at++) {
		const more = at % 3 === 0 ? ', which takes some more words to say than the others do' : '';
		debate.set(claim({ id: `c${at}`, text: `Claim ${at} says this and that${more}` }));
		if (at > 0)
			bear(debate, `c${at}`, `c${Math.floor((at - 1) / width)}`, at % 3 === 0 ? 'attack' : 'support');
	}
	return debate;
}

function circles(): Debate {
	const debate = new Debate();
	for (const id of [
		'The road is used',
		'The road is kept',
		'The road is paid for',
		'Taxes come in',
		'Trade grows'
	])
		debate.set(claim({ id, text: id }));
	bear(debate, 'The road is kept', 'The road is used', 'support');
	bear(debate, 'The road is paid for', 'The road is kept', 'support');
	bear(debate, 'Taxes come in', 'The road is paid for', 'support');
	bear(debate, 'The road is used', 'Taxes come in', 'support');
	bear(debate, 'Trade grows', 'Trade grows', 'attack');
	bear(debate, 'Trade grows', 'The road is kept', 'attack');
	return debate;
}

function scripts(): Debate {
	const debate = new Debate();
	debate.about = { title: 'Ынтымак жана соода: тилдер кездешкенде', summary: '' };
	const words: Readonly<Record<string, string>> = {
		root: 'Соода жолдору биргелешип курулганда гана бекем болот.',
		kazakh: 'Қазақстан мен Қырғызстан ортақ жол салуға келісті, ғалымдар да қолдады.',
		turkish: 'Ortak bir pazar için ölçü, güven ve açık bilgi gerekir; üçü de şu an eksik.',
		arabic: 'التعاون الإقليمي مفيد (2024)، لكنه يحتاج إلى ثقة متبادلة بين جميع الأطراف.',
		chinese: '没有共同的标准，道路再好也没有用处，因此必须先谈规则。',
		mixed: 'The agreement says “открытое небо” and 开放天空 where الأجواء المفتوحة is meant.',
		long: 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihungsurkunde'
	};
	for (const [id, text] of Object.entries(words)) debate.set(claim({ id, text }));
	for (const id of Object.keys(words).slice(1))
		bear(debate, id, id === 'mixed' ? 'arabic' : 'root', id === 'chinese' ? 'attack' : 'support');
	debate.set(evidence({ id: 'e', target: 'turkish', bearing: 'against', text: 'Üçte biri var.' }));
	return debate;
}

function bear(debate: Debate, from: Id, target: Id, sense: 'support' | 'attack'): void {
	const order = after(null, debate.size + 1).at(-1)!;
	debate.set(relation({ id: `${from} → ${target}`, sense, premises: [premise(from)], target, order }));
}
