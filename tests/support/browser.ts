import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/**
 * Where Chromium is: `$CHROME` if that is set, else one that is installed, else one installed now, which needs
 * Debian and root. Throws with one sentence that says what to install; journeys are never left out.
 */
export function browserPath(): string {
	const named = process.env.CHROME;
	if (named) {
		if (isExecutable(named)) return named;
		throw new Error(
			`CHROME is set to ${named}, which cannot be run: set it to the path of Chromium or Chrome.`
		);
	}
	const found = installed() ?? (canInstall() ? install() : undefined);
	if (found) return found;
	throw new Error(
		'Install Chromium or Google Chrome, or set CHROME to its path: the journeys need a browser.'
	);
}

/** The switches under which Chromium runs without a screen, in a container too. */
export const BROWSER_SWITCHES: readonly string[] = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--disable-dev-shm-usage',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

function installed(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
	return [...paths, ...PLACES].find(isExecutable);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

function canInstall(): boolean {
	return process.getuid?.() === 0 && existsSync('/etc/debian_version');
}

function install(): string | undefined {
	const run = (...words: string[]) => spawnSync('apt-get', words, { stdio: 'inherit' }).status === 0;
	process.env.DEBIAN_FRONTEND ??= 'noninteractive';
	const arrive = () => run('install', '-y', '--no-install-recommends', 'chromium');
	return arrive() || (run('update') && arrive()) ? installed() : undefined;
}
