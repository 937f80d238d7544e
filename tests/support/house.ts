import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import ts from 'typescript';

/** What a place may import: rooms by folder under `src/lib`, packages by name (`node:*` for all of Node's own). */
export interface Place {
	readonly rooms: readonly string[];
	readonly packages: readonly string[];
}

export interface File {
	/** From the root of the repository, with slashes. */
	readonly path: string;
	readonly text: string;
}

/** Every file under `folder`, whatever its kind. */
export function filesIn(folder: string): File[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(ts|js|svelte|md|css)$/.test(entry.name))
		.map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
		.map((path) => ({ path, text: readFileSync(path, 'utf8') }))
		.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A file of tests, or of a suite that several of them run. */
export function isTest(path: string): boolean {
	return path.endsWith('.test.ts') || path.startsWith('tests/contracts/');
}

/** Code, in the sense that it has imports and a length; not words, not what a tool generates. */
export function isCode(path: string): boolean {
	return /\.(ts|js|svelte)$/.test(path) && !path.endsWith('.generated.ts');
}

/** What a file of code imports, types included, in the order in which it says so. */
export function importsOf({ path, text }: File): string[] {
	return ts.preProcessFile(scriptOf(path, text), true, true).importedFiles.map(({ fileName }) => fileName);
}

function scriptOf(path: string, text: string): string {
	if (!path.endsWith('.svelte')) return text;
	return [...text.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map((match) => match[1]).join('\n');
}

/** What `file` imports against the `table` of places, each with the way to go instead. */
export function importFaults(file: File, table: Readonly<Record<string, Place>>): string[] {
	const room = roomOf(file.path);
	const place = table[longest(Object.keys(table), file.path) ?? ''];
	if (!place)
		return [`${file.path}: stands in no room of the table; put it into one, or the room into the table`];
	return importsOf(file).flatMap((name) => {
		const fault = importFault(file.path, name, room, place);
		return fault === null ? [] : [`${file.path}: ${fault}`];
	});
}

const FOR_TESTS = ['vitest', 'fast-check', 'saxes', 'node:*', '#tests'];

function importFault(path: string, name: string, room: string, place: Place): string | null {
	const isRelative = name.startsWith('.');
	if (name.startsWith('$lib')) return `write #lib instead of $lib in ${name}`;
	if (/^\.\/(\$types|\$types\.js)$/.test(name) && room === 'routes') return null;
	if ((isRelative || name.startsWith('#')) && !/\.(ts|svelte|js|css|json|svg|woff2)(\?\w+)?$/.test(name))
		return `write the extension: ${name}.ts`;
	const target = isRelative ? posix.join(dirname(path), name) : name.replace(/^#lib\//, 'src/lib/');
	if (isRelative || name.startsWith('#lib/')) {
		const other = roomOf(target);
		if (other === room && !isRelative)
			return `write ${name} as a path relative to this file: it is in the same room`;
		if (other === room) return null;
		if (isRelative) return `write ${name} as ${target.replace('src/lib/', '#lib/')}: it is in another room`;
		if (!place.rooms.includes(other)) return `${room} must not import ${other} (${name}); ${advice(place)}`;
		return sideFault(path, other, name);
	}
	const packages = isTest(path) ? [...place.packages, ...FOR_TESTS] : place.packages;
	if (packages.some((known) => matches(name, known))) return null;
	return `${room} must not import the package ${name}; ${advice(place)}`;
}

/** In `routes`, what runs on the server and what runs in the browser are told apart by the name of the file. */
function sideFault(path: string, other: string, name: string): string | null {
	if (!path.startsWith('src/routes/') && !path.startsWith('src/hooks')) return null;
	const isServer = /\.server\.ts$|\+server\.ts$/.test(path);
	if (isServer && (other === 'client' || other === 'ui'))
		return `${name} runs in the browser; import it from +page.svelte or +page.ts`;
	if (!isServer && other === 'server')
		return `${name} runs on the server; import it from +page.server.ts or +server.ts and hand the page its data`;
	return null;
}

function advice({ rooms, packages }: Place): string {
	const allowed = [...rooms, ...packages];
	return allowed.length === 0 ? 'it imports nothing at all' : `it may import ${allowed.join(', ')}`;
}

function matches(name: string, known: string): boolean {
	return known.endsWith('*')
		? name.startsWith(known.slice(0, -1))
		: name === known || name.startsWith(`${known}/`);
}

/** `core`, `ui` and so on; `cli`; all else under `src` is `routes`. */
function roomOf(path: string): string {
	return /^src\/lib\/(\w+)\//.exec(path)?.[1] ?? (path.startsWith('src/cli/') ? 'cli' : 'routes');
}

function longest(prefixes: readonly string[], path: string): string | undefined {
	return prefixes
		.filter((prefix) => path.startsWith(`${prefix}/`) || path === prefix)
		.sort((a, b) => b.length - a.length)[0];
}

const FORBIDDEN_NAME = /Manager|Helper|Service(?!Worker)|Utils?(?![a-z])|[Mm]isc(?![a-z])/;

/** What in the form of a file of code is not the way of the house. */
export function formFaults({ path, text }: File): string[] {
	const script = ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest, true);
	const isConfig = /\.config\.(ts|js)$/.test(path);
	const faults = isConfig ? [] : script.statements.flatMap((statement) => statementFaults(statement));
	if (path.endsWith('.svelte') && text.includes('{@html'))
		faults.push('show text with {…}, never with {@html}: any string must show as text');
	return [...faults, ...nameFaults(path)].map((fault) => `${path}: ${fault}`);
}

function statementFaults(statement: ts.Statement): string[] {
	const isDefault =
		ts.isExportAssignment(statement) ||
		(ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
	if (isDefault) return ['export by name; only the configuration of a tool may export by default'];
	if (ts.isExportDeclaration(statement) && statement.moduleSpecifier)
		return ['let readers import from where a thing is made; pass nothing on with export … from'];
	const name = 'name' in statement ? (statement.name as ts.Node | undefined)?.getText() : undefined;
	if (name === undefined) return [];
	if (FORBIDDEN_NAME.test(name)) return [`name ${name} after what it is or does`];
	if (ts.isInterfaceDeclaration(statement) && /^I[A-Z][a-z]/.test(name))
		return [`name ${name} without the I`];
	return [];
}

const CAMEL = /^[a-z][A-Za-z0-9]*(\.(svelte|server|generated|config|d))?(\.test)?\.(ts|js)$/;
const PASCAL = /^[A-Z][A-Za-z0-9]*(\.svelte|\.svelte\.test\.ts)$/;
const ROUTE = /^\+(page|layout|error|server)(\.server)?\.(ts|svelte)$/;

function nameFaults(path: string): string[] {
	const name = basename(path);
	const faults: string[] = [];
	if (FORBIDDEN_NAME.test(name) || /^(utils?|helpers?|common|index)\b/.test(name))
		faults.push('name the file after its one main export');
	if (!CAMEL.test(name) && !PASCAL.test(name) && !(path.startsWith('src/routes/') && ROUTE.test(name)))
		faults.push('name modules in camelCase and components in PascalCase');
	const folders = dirname(path).split('/');
	if (!folders.every((folder) => /^([a-z][a-z0-9]*|\[\w+\]|\(\w+\)|\.ci)$/.test(folder)))
		faults.push('name folders with one lowercase word');
	return faults;
}
