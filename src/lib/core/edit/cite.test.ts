import fc from 'fast-check';
import { expect, test } from 'vitest';
import { debate, state } from '#tests/support/debates.ts';
import { anyDebate } from '#tests/support/edits.ts';
import { sources, twin, unusedSources } from '../model/bibliography.ts';
import type { Debate } from '../model/debate.ts';
import { source } from '../model/make.ts';
import { evidenceCiting, evidenceOn, every } from '../model/questions.ts';
import { apply } from './apply.ts';
import { addEvidence, cite, citeNew, dropSources, placeEvidence, unify } from './cite.ts';
import type { Step } from './step.ts';

function done(debate: Debate, steps: readonly Step[]): Step[] {
	const applied = apply(debate, steps);
	expect(applied).toMatchObject({ ok: true });
	return applied.ok ? applied.value.undo : [];
}

function onA(made: Debate): string[] {
	return evidenceOn(made, 'a').map(({ id }) => id);
}

test('[E40] evidence comes after the other evidence on its target', () => {
	const made = debate('a', 'e for a', 'f against a');
	done(made, addEvidence(made, { evidence: 'b', target: 'a', bearing: 'for', text: 'It is so.' }));
	expect(onA(made)).toEqual(['e', 'f', 'b']);
	expect(made.get('b')).toMatchObject({ text: 'It is so.', form: 'quotation', source: null });
});

test('[E41] evidence can be put right after another, or first', () => {
	const made = debate('a', 'e for a', 'f against a', 'g for a');
	done(made, placeEvidence(made, { evidence: 'g', after: 'e' }));
	expect(onA(made)).toEqual(['e', 'g', 'f']);
	done(made, placeEvidence(made, { evidence: 'f', after: null }));
	expect(onA(made)).toEqual(['f', 'e', 'g']);
	expect(placeEvidence(made, { evidence: 'f', after: 'f' })).toEqual([]);
	expect(placeEvidence(made, { evidence: 'f', after: 'a' })).toEqual([]);
});

test('[E42] a source is cited by any number of pieces of evidence, and each can let go of it', () => {
	const made = debate('a', 's source', 'e for a', 'f against a');
	for (const id of ['e', 'f']) done(made, cite(made, id, 's'));
	expect(evidenceCiting(made, 's')).toHaveLength(2);
	done(made, cite(made, 'e', null));
	expect(evidenceCiting(made, 's').map(({ id }) => id)).toEqual(['f']);
	expect(cite(made, 'f', 's')).toEqual([]);
});

test('[E43] the same work is not entered twice: the entry that is there is cited', () => {
	const made = debate('a', 'e for a', 'f against a', 'g for a');
	done(made, citeNew(made, 'e', source({ id: 's', title: 'Work', DOI: '10.1000/ABC' })));
	done(made, citeNew(made, 'f', source({ id: 't', title: 'The same', DOI: '10.1000/abc' })));
	done(made, citeNew(made, 'g', source({ id: 'u', title: 'Another' })));
	expect(sources(made).map(({ id }) => id)).toEqual(['u', 's']);
	expect(evidenceCiting(made, 's').map(({ id }) => id)).toEqual(['e', 'f']);
});

test('[E44] two entries of one work become one, and nothing loses its source', () => {
	fc.assert(
		fc.property(anyDebate, fc.nat(), fc.nat(), (made, one, two) => {
			const all = every(made, 'source');
			fc.pre(all.length > 1);
			const from = all[one % all.length]!;
			const into = all[two % all.length]!;
			const before = state(made);
			const citing = new Set([from, into].flatMap(({ id }) => evidenceCiting(made, id).map((e) => e.id)));
			const undo = done(made, unify(made, { from: from.id, into: into.id }));
			expect(made.has(from.id)).toBe(from.id === into.id);
			expect(new Set(evidenceCiting(made, into.id).map(({ id }) => id))).toEqual(citing);
			done(made, undo);
			expect(state(made)).toEqual(before);
		})
	);
});

test('[E45] only sources that nothing cites are dropped', () => {
	const made = debate('a', 's source', 't source', 'e for a in s');
	expect(unusedSources(made).map(({ id }) => id)).toEqual(['t']);
	done(made, dropSources(made, ['s', 't', 'a']));
	expect(sources(made).map(({ id }) => id)).toEqual(['s']);
	expect(made.has('a')).toBe(true);
});

test('[E46] a twin is another entry, never the source itself', () => {
	const made = debate('a', 's source');
	expect(twin(made, source({ id: 's', title: 's' }))).toBeUndefined();
	expect(twin(made, source({ id: 'new', title: 'S' }))?.id).toBe('s');
});
