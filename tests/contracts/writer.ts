/** A process that writes without end and says of every change when it is acknowledged; to be killed. */
import { claim } from '#lib/core/model/make.ts';
import { openStore } from '#lib/server/store/open.ts';

const [file = '', round = ''] = process.argv.slice(2);
const opened = openStore({ file, clock: Date.now, mode: 'serve' });
if (!opened.ok) throw new Error(opened.error.why);
const store = opened.value;
await store.create({ id: 'd', owner: null, steps: [], at: 0 });
const head = await store.head('d');
const epoch = head.ok ? head.value.epoch : '';

async function write(client: string): Promise<never> {
	for (let n = 1; ; n++) {
		const item = claim({ id: `${client}-${n}`, text: `Claim ${n} of ${client}` });
		const answer = await store.append('d', null, {
			client,
			epoch,
			since: 0,
			changes: [{ n, steps: [{ do: 'add', item }] }]
		});
		if (!answer.ok) throw new Error(answer.error.why);
		process.stdout.write(`${client} ${n}\n`);
	}
}

void Promise.all(Array.from({ length: 8 }, (_, at) => write(`w${round}-${at}`)));
