import type { Problem, WithProblems } from '../problem.ts';
import { localSeries } from './localSeries.ts';
import { withoutBlankEnds } from './message/splitMessage.ts';
import { readTrailers } from './message/trailers.ts';
import { decodeUtf8 } from './mime/charset.ts';
import { inPatch, type Place } from './place.ts';
import { readDiff } from './readDiff.ts';
import type { Patch, Series } from './series.ts';
import { diffSeriesId, gitSeriesId, patchId } from './series/seriesId.ts';

/** How git is to write a diff, whatever the repository and the user have configured. Nothing of it starts a program. */
const DIFF_FORMAT = [
  '--patch',
  '--unified=3',
  '--inter-hunk-context=0',
  '--full-index',
  '--find-renames',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--diff-algorithm=default',
  '--indent-heuristic',
  '--submodule=short',
  '--ignore-submodules=dirty',
  '--no-relative',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '-O/dev/null',
] as const;

const SETTINGS = [
  '-c',
  'core.quotePath=true',
  '-c',
  'diff.suppressBlankEmpty=false',
  '-c',
  'log.showRoot=true',
] as const;

/**
 * Arguments of git for `readGitLog`; a range follows. Fields are told apart by NUL, which a message cannot hold; a NUL at
 * the begin of a line, where a commit starts, cannot stand in a diff either, for there each line has a marker.
 */
export const GIT_LOG_ARGUMENTS: readonly string[] = [
  ...SETTINGS,
  'log',
  '--reverse',
  '--topo-order',
  '--encoding=UTF-8',
  '--no-show-signature',
  '--no-notes',
  '--cc',
  '--format=tformat:%x00%H%x00%P%x00%an <%ae>%x00%B%x00',
  ...DIFF_FORMAT,
];

/** Arguments of git for `readWorkingTree`; what is compared follows. */
export const GIT_DIFF_ARGUMENTS: readonly string[] = [...SETTINGS, 'diff', ...DIFF_FORMAT];

/**
 * Reads what git prints for `GIT_LOG_ARGUMENTS` and a range: its commits, the oldest first. Merges count only if they change
 * something of their own. Undefined, with a problem at `range`, if there are none.
 */
export function readGitLog(bytes: Uint8Array, range: string): WithProblems<Series | undefined> {
  const problems: Problem[] = [];
  const commits = splitCommits(bytes).map((commit) => readCommit(commit, problems));
  const patches = commits
    .filter(({ parents, patch }) => parents.length < 2 || patch.files.length > 0)
    .map(({ patch }, index) => ({ ...patch, position: index + 1 }));
  const base = commits.find(({ patch }) => patch.id === patches[0]?.id)?.parents[0];
  if (patches.length === 0)
    problems.push({
      code: 'no-patch-found',
      message: 'This range holds no commit that changes anything.',
      at: range,
    });
  const series = seriesOf(patches, gitSeriesId(patches.map(({ id }) => id)), base);
  const tipCommit = commits.at(-1)?.patch.id;
  return { value: series && (tipCommit === undefined ? series : { ...series, tipCommit }), problems };
}

/** The commit that a range ends in, also if it holds none that changes anything; undefined if it holds none at all. */
export function tipOfGitLog(bytes: Uint8Array): string | undefined {
  return splitCommits(bytes).at(-1)?.commit;
}

/**
 * Reads what git prints for `GIT_DIFF_ARGUMENTS`: uncommitted changes, as a series of one patch that `title` names. Undefined,
 * with a problem at `title`, if nothing is changed.
 */
export function readWorkingTree(bytes: Uint8Array, title: string): WithProblems<Series | undefined> {
  const { text } = decodeUtf8(bytes);
  const { value: files, problems } = readDiff(text, inPatch(title));
  if (files.length === 0)
    return {
      value: undefined,
      problems: [...problems, { code: 'no-patch-found', message: 'Nothing is changed.', at: title }],
    };
  const message = { subject: title, body: [], notes: [], trailers: [] };
  const patch: Patch = {
    id: patchId(text),
    position: 1,
    author: '',
    message,
    envelope: undefined,
    commit: undefined,
    files,
  };
  return { value: seriesOf([patch], diffSeriesId(text), undefined), problems };
}

function seriesOf(patches: readonly Patch[], id: string, baseCommit: string | undefined): Series | undefined {
  const [first] = patches;
  if (!first) return undefined;
  return { ...localSeries(id, first.message.subject, patches), baseCommit };
}

/** A commit as git printed it. */
interface RawCommit {
  readonly commit: string;
  readonly parents: string;
  readonly author: string;
  readonly message: string;
  readonly diff: string;
}

const FIELDS = 4;
const LF = 10;

function splitCommits(bytes: Uint8Array): readonly RawCommit[] {
  const commits: RawCommit[] = [];
  let at = 0;
  while (bytes[at] === 0) {
    const fields: string[] = [];
    for (let from = at + 1; fields.length < FIELDS; from = at + 1) {
      at = nextNul(bytes, from);
      fields.push(decodeUtf8(bytes.subarray(from, at)).text);
    }
    const diff = at + 1;
    do at = nextNul(bytes, at + 1);
    while (at < bytes.length && bytes[at - 1] !== LF);
    const [commit = '', parents = '', author = '', message = ''] = fields;
    commits.push({ commit, parents, author, message, diff: decodeUtf8(bytes.subarray(diff, at)).text });
  }
  return commits;
}

/** Offset of the next NUL; the end if there is none. */
function nextNul(bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(0, from);
  return at < 0 ? bytes.length : at;
}

function readCommit(
  raw: RawCommit,
  problems: Problem[],
): { readonly parents: readonly string[]; readonly patch: Patch } {
  const { commit, author } = raw;
  const at: Place = inPatch(commit.slice(0, 12));
  const { value: files, problems: found } = readDiff(raw.diff, at);
  for (const problem of found) problems.push(problem);
  const lines = withoutBlankEnds(raw.message.split('\n'));
  const blank = lines.findIndex((line) => line.trim() === '');
  const subject = lines
    .slice(0, blank < 0 ? lines.length : blank)
    .join(' ')
    .trim();
  const body = blank < 0 ? [] : withoutBlankEnds(lines.slice(blank));
  const message = { subject, body, notes: [], trailers: readTrailers(body) };
  const patch = { id: commit, position: 0, author, message, envelope: undefined, commit, files };
  return { parents: raw.parents.split(' ').filter((parent) => parent !== ''), patch };
}
