import type { Request } from './message.ts';
import { readFiles } from './readFiles.ts';

addEventListener('message', ({ data }: MessageEvent<Request>) => postMessage(readFiles(data)));
