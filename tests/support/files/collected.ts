import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeText } from '#lib/formats/decodeText.ts';
import { isRecord } from '#lib/formats/sample.ts';

const FOLDER = '../shared/corpora';

/** A file that nobody of the project wrote, and what others count in it. */
export interface Collected {
	readonly file: string;
	readonly text: string;
	readonly expected: Readonly<Record<string, unknown>> | null;
}

/** The files of one format in the collection beside the project; none where there is no such folder, and that is said. */
export function collected(format: string): Collected[] {
	const folder = join(FOLDER, format);
	if (!existsSync(folder)) {
		console.log(`${folder} is not there: only our own ${format} fixtures are read.`);
		return [];
	}
	const oracle: unknown = JSON.parse(readFileSync(join(FOLDER, 'structure-oracle.json'), 'utf8'));
	return readdirSync(folder).map((file) => {
		const expected = isRecord(oracle) ? oracle[`${format}/${file}`] : null;
		return {
			file,
			text: decodeText(readFileSync(join(folder, file))).text,
			expected: isRecord(expected) ? expected : null
		};
	});
}
