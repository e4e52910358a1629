/** What `--help` prints. */
export const HELP = `Usage: interop-review check FILE…
       interop-review check -
       interop-review check --git RANGE | --staged | --unstaged
       interop-review parity C… [RUST…] [--repo DIR] [--format FORMAT]
       interop-review names [NAME] [--repo DIR] [--all] [--format FORMAT]
       interop-review marks list REVIEW
       interop-review marks status REVIEW --to NEW [--on SERIES]
       interop-review marks export REVIEW --on SERIES --as github | b4
       interop-review marks carry --from OLD --to NEW --marks MARKS.json

Lists the places of a patch series where Rust and C meet or where code is unsafe, with
the question a reviewer asks there. It asks, it does not judge: no answer here says that
code is sound.

What is checked
  FILE…            mails, mailboxes, format-patch files or diffs, together one series
  -                the same from standard input
  --git RANGE      commits of a git range: A..B, or COMMIT^! for one
  --staged         changes in the index
  --unstaged       changes in the work tree that are not in the index

Options
  --repo DIR       git work tree or bare directory: its blobs make files whole (default
                   for --git, --staged and --unstaged: the current directory)
  --format FORMAT  text (default), json, markdown; lines (path:line:column: text), sarif,
                   github (workflow commands) or b4 (result of a check of b4's)
  --profile ID     the project's profile; recognised from the series when not given
  --counterparts   with text, json or sarif: looks up the other side of each crossing, in
                   the series and in the repository's tree
  --notes          lists notes and generated files too; json always has them, the others
                   only count them
  --fail-on LEVEL  what makes the status 1: check (default), look-first, or never
  --color WHEN     auto (default; only on a terminal, and not if NO_COLOR is set),
                   always or never
  --help, --version

Marks: what became of a reviewer's questions
  list             the questions of a review file, open ones first
  status           each open question against a newer version: what seems to answer it
  export           the open questions for another program: --as github (review
                   comments) or --as b4 (its review files by name)
  REVIEW is a review file, a mailbox with replies, a b4 review directory or GitHub
  review comments; --on SERIES names the series that it is about where it has none.
  carry            follows marks from one version into another; MARKS.json holds
                   [{ "id", "path", "side", "line", "endLine" }] on OLD
  OLD and NEW are files with patches or git ranges; with --repo, whole files are used.
  Status 1 here: a question is still open.

Parity: a device in C beside its port to Rust, told apart by their endings
  Migration streams, types, properties, regions, registers, reset, lines and events of
  both, what differs first. --repo names a work tree that holds what the files do not
  declare. Status 0: all that could be read is the same; 1: something differs.

Names: what a C function, macro or type of a tree is in its Rust code, and back
  NAME             a C or Rust name, or a part of one; all are listed when not given
  --all            also lists Rust code that merely calls a function which has a wrapper
  --repo DIR       the tree (default: the current directory). Status 1: nothing is found.

Exit status
  0  everything was read, and nothing asks for a look
  1  everything was read, and at least one annotation asks for a look (see --fail-on)
  2  the command line could not be understood
  3  something could not be read, so the list may not be complete; annotations may have
     been found or not
  4  the program itself failed
`;
