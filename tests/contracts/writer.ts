/** A process that, once told to, writes without end and says of every change when it is acknowledged; to be killed. */
import { once } from 'node:events';
import { openStore } from '#lib/server/store/open.ts';
import { adding } from './adding.ts';

const [file = '', round = ''] = process.argv.slice(2);
await once(process.stdin, 'data');
const opened = openStore({ file, clock: Date.now, mode: 'serve' });
if (!opened.ok) throw new Error(opened.error.why);
const store = opened.value;
await store.create({ id: 'd', owner: null, steps: [], at: 0 });
const head = await store.head('d');
const epoch = head.ok ? head.value.epoch : '';

async function write(client: string): Promise<never> {
	for (let n = 1; ; n++) {
		const changes = [{ n, steps: [adding(client, n)] }];
		const answer = await store.append('d', null, { client, epoch, since: 0, changes });
		if (!answer.ok) throw new Error(answer.error.why);
		process.stdout.write(`${client} ${n}\n`);
	}
}

void Promise.all(Array.from({ length: 8 }, (_, at) => write(`w${round}-${at}`)));
