import type { Request } from './message.ts';
import { settled } from './settled.ts';

addEventListener('message', ({ data }: MessageEvent<Request>) => {
	const end = performance.now() + data.budget;
	for (const news of settled(data, () => performance.now() > end)) postMessage(news);
});
