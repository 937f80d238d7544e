import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
	typeof parseArgs<{ options: O; allowPositionals: true; args: string[] }>
>;

/**
 * The arguments of a command; `null`, after a sentence on standard error, where they make no sense. Words beside the
 * options are refused unless the command takes some.
 */
export function parsed<const O extends Options>(
	args: string[],
	options: O,
	allowPositionals = false
): Parsed<O> | null {
	try {
		return parseArgs({ args, options, allowPositionals }) as Parsed<O>;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return null;
	}
}

/** Where the database is: as said, else as in the environment, else in this folder. */
export function databaseOf(said: string | undefined): string {
	return said ?? process.env['DATABASE'] ?? 'argosy.db';
}
