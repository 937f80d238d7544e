import type { Format } from '../format.ts';
import type { Sample } from '../sample.ts';
import { headerOf } from './columns.ts';
import { readCsv } from './read.ts';
import { writeCsv } from './write.ts';

/** A table with a row for each claim, as spreadsheets have it. */
export const csv: Format = {
	name: 'csv',
	title: 'CSV table',
	suffixes: ['csv', 'tsv'],
	media: 'text/csv',
	isLoose: true,
	recognises: (sample) => {
		const columns = columnsOf(sample);
		return (
			columns.includes('text') &&
			['id', 'parent', 'relation'].filter((name) => columns.includes(name)).length > 1
		);
	},
	accepts: (sample) => columnsOf(sample).includes('text'),
	read: readCsv,
	write: writeCsv
};

function columnsOf({ root, text }: Sample): readonly string[] {
	return root !== null || /^\s*[{[]/.test(text.slice(0, 200)) ? [] : (headerOf(text)?.columns ?? []);
}
