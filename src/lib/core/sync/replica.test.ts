import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addClaim } from '../edit/addClaim.ts';
import { addReason } from '../edit/addReason.ts';
import { reword } from '../edit/amend.ts';
import { apply } from '../edit/apply.ts';
import { join } from '../edit/join.ts';
import { move, relate } from '../edit/relate.ts';
import type { Step } from '../edit/step.ts';
import { withdraw } from '../edit/withdraw.ts';
import { Debate } from '../model/debate.ts';
import type { Id } from '../model/item.ts';
import type { Ack, Answer, Confirmed, Submission } from './message.ts';
import { fitting, Replica } from './replica.ts';

/** The server's part of the protocol, as small as it can be: the one order, and each number once. */
class Toy {
	readonly debate = new Debate();
	readonly log: Confirmed[] = [];
	readonly #acks = new Map<string, Ack[]>();

	submit({ client, since, changes }: Submission): Answer {
		const known = this.#acks.get(client) ?? [];
		this.#acks.set(client, known);
		for (const { n, steps } of changes) {
			if (n <= known.length) continue;
			expect(n).toBe(known.length + 1);
			const applied = apply(this.debate, steps);
			const seq = this.log.length + 1;
			known.push(applied.ok ? { n, seq } : { n, refusal: applied.error });
			if (applied.ok) this.log.push({ seq, client, n, steps, actor: null, at: 0 });
		}
		const acks = changes.map(({ n }) => known[n - 1]!);
		return { acks, head: this.log.length, news: this.log.slice(since) };
	}

	snapshot() {
		return { epoch: 'e', seq: this.log.length, about: this.debate.about, items: [...this.debate.items()] };
	}
}

function state(debate: Debate): unknown {
	return { about: debate.about, items: new Map([...debate.items()].map((item) => [item.id, item])) };
}

function begun(): { server: Toy; peers: [Replica, Replica, Replica] } {
	const server = new Toy();
	const first = new Replica('first', server.snapshot());
	first.do(addClaim(first.debate, { claim: 'top', text: 'Top' }));
	first.receive(server.submit(first.submission()));
	const [a, b, c] = ['a', 'b', 'c'].map((client) => new Replica(client, server.snapshot()));
	return { server, peers: [a!, b!, c!] };
}

function act(replica: Replica, kind: number, a: number, b: number, fresh: string): void {
	const { debate } = replica;
	const all: Id[] = [...debate.items()].map(({ id }) => id);
	const one = all[a % all.length] ?? 'none';
	const two = all[b % all.length] ?? 'none';
	const sense = b % 2 === 0 ? 'support' : 'attack';
	const names = { claim: `c${fresh}`, relation: `r${fresh}`, text: `Words ${fresh}` };
	const acts: (() => Step[])[] = [
		() => addClaim(debate, names),
		() => addReason(debate, { ...names, target: one, sense }),
		() => reword(debate, one, `Other words ${fresh}`),
		() => relate(debate, { premise: one, target: two, sense, relation: names.relation }),
		() => join(debate, { relation: one, premise: two }),
		() => move(debate, { relation: one, target: two }),
		() => withdraw(debate, [one])
	];
	const steps = acts[kind]!();
	if (steps.length > 0) replica.do(steps);
}

test('[S1] a change shows at once and is pending until the server has confirmed it', () => {
	const { server, peers } = begun();
	const [a] = peers;
	a.do(reword(a.debate, 'top', 'Better'));
	expect(a.debate.get('top')).toMatchObject({ text: 'Better' });
	expect(a.pending).toHaveLength(1);
	a.receive(server.submit(a.submission()));
	expect(a.pending).toEqual([]);
	expect(server.debate.get('top')).toMatchObject({ text: 'Better' });
});

test('[S2] of two who reword one claim the last write stands, everywhere', () => {
	const { server, peers } = begun();
	const [a, b] = peers;
	a.do(reword(a.debate, 'top', 'From a'));
	b.do(reword(b.debate, 'top', 'From b'));
	for (const peer of [a, b, a]) peer.receive(server.submit(peer.submission()));
	expect(a.debate.get('top')).toMatchObject({ text: 'From b' });
	expect(state(a.debate)).toEqual(state(b.debate));
});

test('[S3] a change that others left no place for is rejected by name, and the rest goes on', () => {
	const { server, peers } = begun();
	const [a, b] = peers;
	a.do(withdraw(a.debate, ['top']));
	a.receive(server.submit(a.submission()));
	b.do(addReason(b.debate, { target: 'top', sense: 'support', claim: 'x', relation: 'rx', text: 'X' }));
	b.do(addClaim(b.debate, { claim: 'y', text: 'Y' }));
	const { rejected } = b.receive(server.submit(b.submission()));
	expect(rejected).toMatchObject([{ change: { n: 1 }, refusal: 'would dangle' }]);
	expect([...b.debate.items()].map(({ id }) => id)).toEqual(['y']);
	expect(b.pending).toEqual([]);
});

test('[S4] an answer heard twice, or an old one, changes nothing', () => {
	const { server, peers } = begun();
	const [a] = peers;
	a.do(reword(a.debate, 'top', 'Once'));
	const submission = a.submission();
	const answer = server.submit(submission);
	a.receive(answer);
	a.do(reword(a.debate, 'top', 'Twice'));
	const before = state(a.debate);
	a.receive(answer);
	expect(state(a.debate)).toEqual(before);
	expect(a.pending).toHaveLength(1);
});

test('[S5] a gap in the sequence is never passed over', () => {
	const { peers } = begun();
	const change = { seq: 9, n: 1, client: 'z', actor: null, at: 0, steps: [] };
	expect(() => peers[0].receive({ acks: [], news: [change] })).toThrow(RangeError);
});

test('[S6] touched names every item that looks different after news', () => {
	const { server, peers } = begun();
	const [a, b] = peers;
	a.do(reword(a.debate, 'top', 'New'));
	a.receive(server.submit(a.submission()));
	const { touched } = b.receive(server.submit(b.submission()));
	expect(touched).toEqual(new Set(['top']));
});

test('[S8] a message holds 64 changes or some 2,000 steps, but always one change', () => {
	const step: Step = { do: 'describe', to: {} };
	const change = (n: number, count: number) => ({ n, steps: Array.from({ length: count }, () => step) });
	expect(fitting([])).toEqual([]);
	expect(fitting([change(1, 9_000), change(2, 1)])).toHaveLength(1);
	expect(fitting([change(1, 1_000), change(2, 1_000), change(3, 1)])).toHaveLength(2);
	expect(fitting(Array.from({ length: 100 }, (_, n) => change(n, 1)))).toHaveLength(64);
});

test('[S7] whatever is lost, sent twice or late, all agree in the end, and each change counted once', () => {
	const turn = fc.record({
		peer: fc.nat(2),
		kind: fc.nat(6),
		a: fc.nat(50),
		b: fc.nat(50),
		network: fc.constantFrom(
			'none',
			'works',
			'loses the request',
			'loses the answer',
			'sends twice',
			'is late'
		)
	});
	fc.assert(
		fc.property(fc.array(turn, { maxLength: 60 }), (turns) => {
			const { server, peers } = begun();
			const late: (() => void)[] = [];
			for (const [at, { peer, kind, a, b, network }] of turns.entries()) {
				const replica = peers[peer]!;
				act(replica, kind, a, b, `${at}`);
				const submission = replica.submission();
				if (network === 'works') replica.receive(server.submit(submission));
				if (network === 'loses the answer') server.submit(submission);
				if (network === 'sends twice') {
					server.submit(submission);
					replica.receive(server.submit(submission));
				}
				if (network === 'is late') {
					const answer = server.submit(submission);
					late.push(() => replica.receive(answer));
				}
				if (late.length > 2) late.shift()!();
			}
			for (const arrive of late) arrive();
			for (const replica of [...peers, ...peers, ...peers]) {
				replica.receive(server.submit(replica.submission()));
			}
			for (const replica of peers) expect(state(replica.debate)).toEqual(state(server.debate));
			const counted = server.log.map(({ client, n }) => `${client} ${n}`);
			expect(new Set(counted).size).toBe(counted.length);
			const rebuilt = new Debate();
			for (const { steps } of server.log) expect(apply(rebuilt, steps).ok).toBe(true);
			expect(state(rebuilt)).toEqual(state(server.debate));
		}),
		{ numRuns: 500 }
	);
});
