import { expect, test } from 'vitest';
import { fileName } from './fileName.ts';

test.each([
	['Central Asia: what is at stake?', 'Central-Asia-what-is-at-stake.svg'],
	['Көп векторлуу тышкы саясат', 'Көп-векторлуу-тышкы-саясат.svg'],
	['../../etc/passwd', 'etc-passwd.svg'],
	['<script>"|\u0000', 'script.svg'],
	['…', 'debate.svg'],
	['', 'debate.svg'],
	['a'.repeat(200), `${'a'.repeat(60)}.svg`]
])(
	'[U15] a file is called by its title, in any script, and by nothing that a path reads: %j',
	(title, name) => {
		expect(fileName(title, 'debate', 'svg')).toBe(name);
	}
);
