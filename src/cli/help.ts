/** What `argosy help` says. */
export const HELP = `argosy serve                 serve the pages
argosy verify                rebuild every debate from its log and compare; 1 when one differs
  --database FILE
argosy backup --to FILE      a checked copy of the database, in use or not, with its SHA-256 beside it
  --database FILE
argosy export [DEBATE]       draw a debate of the database as SVG or PNG: by its id or a part of its title
  -o, --output FILE          where to, whose name says as what; standard output unless it is said
  --to svg, png              as what, whatever the name says
  --database FILE
argosy check FILES…          what maps of any format hold, and what was not understood, with its line
  --json                     a line of JSON for each, with the counts of its format
  --from FORMAT              read it as this, whatever it looks like
argosy convert FILE          from one format to another, or to a picture
  -o, --output FILE          where to, whose name says as what; standard output unless it is said
  --from FORMAT, --to FORMAT, svg, png
  --report FILE              what was not understood and what is lost, as JSON
  --strict                   ends with 2 where anything is lost or was not understood
argosy evaluate FILE         what stands, falls and is open
  --semantics NAME           verdict: what stands, falls and is open, unless another one is named
                             grounded, complete, preferred, stable, ideal: the positions that can be taken
                             dfquad, euler, mlp, quadraticEnergy: how strong everything is, from 0 to 1
  --query ID                 only of this one, by its id or title
  --budget SECONDS           how long positions are looked for: 10 unless it is said
  --json                     all of it as JSON, by ids
  --from FORMAT
argosy formats               every format that is read (in) or written (out)
argosy help                  this list; also --help after any command

Where a FILE is read, - is standard input. A command ends with 0 when it is done, and with 1 when it is refused.

Pictures, with export and convert:
  --branch ID                only a claim and what bears on it
  --select ID,ID…            only these claims; instead of an ID also words that no other claim has
  --theme NAME               light, dark, grey, print; --transparent leaves out the ground
  --direction WAY            down or right: which way the map grows
  --title, --date            above the map; --no-legend leaves out what stands below
  --scale 2, --width 1600    how large a PNG is: a scale, or pixels from left to right

From the environment:
  PORT                       where to listen: 3000 unless it is set
  HOST                       the address to listen on: this machine only unless it is set
  DATABASE                   the SQLite file: argosy.db in this folder unless it is set
  PROXY                      the address of a reverse proxy whose x-forwarded headers are believed
`;

/** Lists the commands. */
export async function help(): Promise<number> {
	process.stdout.write(HELP);
	return 0;
}
