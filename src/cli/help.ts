const TEXT = `argosy serve                       serve the pages (PORT, HOST, DATABASE, PROXY)
argosy verify [--database FILE]    rebuild every debate from its log and compare
argosy backup --to FILE            copy the database while it is in use
argosy help                        this list
`;

/** Lists the commands. */
export async function help(): Promise<number> {
	process.stdout.write(TEXT);
	return 0;
}
