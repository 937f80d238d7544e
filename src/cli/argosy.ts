import { backup } from './backup.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { evaluateFile } from './evaluate/command.ts';
import { exportDebate } from './export.ts';
import { formats } from './formats.ts';
import { help } from './help.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

/** A command takes its arguments and answers with the exit code; `null` while a server runs on. */
type Command = (args: string[]) => Promise<number | null>;

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
	['serve', serve],
	['verify', verify],
	['backup', backup],
	['export', exportDebate],
	['check', check],
	['convert', convert],
	['evaluate', evaluateFile],
	['formats', formats],
	['help', help]
]);

const [name = 'help', ...args] = process.argv.slice(2);
const command = COMMANDS.get(name.replace(/^--/, ''));
if (command) {
	const code = await (args.includes('--help') ? help : command)(args);
	if (code !== null) process.exitCode = code;
} else {
	console.error(`There is no command “${name}”. Try: argosy help`);
	process.exitCode = 1;
}
