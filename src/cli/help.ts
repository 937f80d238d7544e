const TEXT = `argosy serve                                  serve the pages
argosy verify [--database FILE]               rebuild every debate from its log and compare
argosy backup --to FILE [--database FILE]     copy the database, in use or not
argosy export [DEBATE] [-o FILE]              draw a debate as SVG or PNG, as the name of the file says, or --to
argosy check FILES…                           what maps of any format hold and what was not understood; --json
argosy convert FILE [-o OUT]                  from one format to another, or to svg or png; --from, --to, --report FILE, --strict
argosy evaluate FILE                          what stands, falls and is open; --semantics, --query ID, --budget SECONDS, --json
argosy formats                                every format that is read or written
argosy help                                   this list

Semantics, with evaluate:
verdict                                       what stands, falls and is open: the default
grounded, complete, preferred, stable, ideal  the positions that can be taken; --budget says how long they are looked for
dfquad, euler, mlp, quadraticEnergy           how strong everything is, from 0 to 1

Pictures, with export and convert:
--branch ID, --select ID,ID…                  only a claim and what bears on it; only these claims
--theme light, dark, grey, print              colours; --transparent leaves out the ground
--direction down, right                       which way the map grows
--title, --date, --no-legend                  what stands around the map
--scale 2, --width 1600                       how large a PNG is: a scale, or pixels from left to right

From the environment:
PORT       where to listen: 3000 unless it is set
HOST       the address to listen on: this machine only unless it is set
DATABASE   the SQLite file: argosy.db in this folder unless it is set
PROXY      the address of a reverse proxy whose x-forwarded headers are believed
`;

/** Lists the commands. */
export async function help(): Promise<number> {
	process.stdout.write(TEXT);
	return 0;
}
