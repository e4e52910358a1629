import { arePrefixed, nameOf, namesOfDiffLine, withoutPrefix, type NamePair } from './fileNames.ts';
import type { LineCursor } from './lineCursor.ts';
import { readQuotedPath } from './quotedPath.ts';
import { isEpoch } from './timeStamp.ts';

/** What the lines above a file's first hunk say. */
export interface FileHeader {
  /** `git`: a `diff --git` line; `combined`: `diff --cc` or `--combined`; `plain`: only `---` and `+++`. */
  readonly form: 'git' | 'combined' | 'plain';
  readonly change: 'modified' | 'added' | 'deleted' | 'renamed' | 'copied';
  /** Decoded, without prefix, not yet made safe; null where the file does not exist. */
  readonly oldPath: string | null;
  readonly newPath: string | null;
  readonly oldOid: string | undefined;
  readonly newOid: string | undefined;
  readonly oldMode: string | undefined;
  readonly newMode: string | undefined;
  readonly similarity: number | undefined;
  readonly binary: boolean;
  /** False if the `diff` line names other files than the lines below it. */
  readonly consistent: boolean;
}

interface Draft {
  change: 'added' | 'deleted' | 'renamed' | 'copied' | undefined;
  /** Names of `rename` or `copy` lines: never prefixed. */
  from: string | undefined;
  to: string | undefined;
  /** Names of `---` and `+++` lines. */
  minus: string | null | undefined;
  plus: string | null | undefined;
  oldOid: string | undefined;
  newOid: string | undefined;
  oldMode: string | undefined;
  newMode: string | undefined;
  similarity: number | undefined;
  binary: boolean;
}

/** The lines that may follow a `diff --git` line, by how they begin, and what each says. */
const EXTENDED: readonly (readonly [string, (draft: Draft, value: string) => void])[] = [
  ['--- ', (draft, value) => void (draft.minus = nameOf(value))],
  ['+++ ', (draft, value) => void (draft.plus = nameOf(value))],
  ['index ', readIndex],
  ['old mode ', (draft, value) => void (draft.oldMode = value)],
  ['new mode ', (draft, value) => void (draft.newMode = value)],
  ['new file mode ', (draft, value) => void ((draft.change = 'added'), (draft.newMode = value))],
  ['deleted file mode ', (draft, value) => void ((draft.change = 'deleted'), (draft.oldMode = value))],
  ['similarity index ', readSimilarity],
  ['dissimilarity index ', () => undefined],
  ['rename from ', (draft, value) => void ((draft.change = 'renamed'), (draft.from = wholeName(value)))],
  ['rename to ', (draft, value) => void (draft.to = wholeName(value))],
  ['copy from ', (draft, value) => void ((draft.change = 'copied'), (draft.from = wholeName(value)))],
  ['copy to ', (draft, value) => void (draft.to = wholeName(value))],
  ['mode ', () => undefined],
  ['Binary files ', (draft) => void (draft.binary = true)],
  ['GIT binary patch', (draft) => void (draft.binary = true)],
];

const DIFF_LINE = /^diff --(?:(git)|cc|combined) (.*)$/;

/** Whether a file's header begins at the current line. Follows git: what only looks like one is text. */
export function atFileHeader(cursor: LineCursor): boolean {
  if (cursor.startsWith('diff --')) {
    if (!DIFF_LINE.test(cursor.peek())) return false;
    const below = cursor.peek(1);
    return EXTENDED.some(([prefix]) => below.startsWith(prefix));
  }
  return atPlainHeader(cursor);
}

/** Whether the current line and the two below are `---`, `+++` and `@@`. */
export function atPlainHeader(cursor: LineCursor): boolean {
  return (
    cursor.startsWith('--- ') &&
    cursor.peek(1).startsWith('+++ ') &&
    /^@@ -\d+(,\d+)? \+\d/.test(cursor.peek(2))
  );
}

/** Reads the header at the current line and moves behind it; undefined, without moving, if there is none. */
export function readFileHeader(cursor: LineCursor): FileHeader | undefined {
  if (!atFileHeader(cursor)) return undefined;
  if (!cursor.startsWith('diff ')) return readPlainHeader(cursor);
  const [, git, names = ''] = DIFF_LINE.exec(cursor.peek()) ?? [];
  cursor.next();
  const draft = readExtendedLines(cursor);
  if (git === undefined) return combinedHeader(draft, names);
  return gitHeader(draft, namesOfDiffLine(names));
}

function readExtendedLines(cursor: LineCursor): Draft {
  const draft: Draft = {
    change: undefined,
    from: undefined,
    to: undefined,
    minus: undefined,
    plus: undefined,
    oldOid: undefined,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
  };
  while (draft.plus === undefined && !draft.binary) {
    const entry = EXTENDED.find(([prefix]) => cursor.startsWith(prefix));
    if (!entry || cursor.atEnd) break;
    entry[1](draft, cursor.peek().slice(entry[0].length));
    cursor.next();
  }
  return draft;
}

function gitHeader(draft: Draft, onDiffLine: NamePair | undefined): FileHeader {
  const shown: NamePair = { old: draft.minus ?? null, new: draft.plus ?? null };
  const strip = arePrefixed(onDiffLine ?? shown) ? withoutPrefix : (name: string | null) => name;
  const stated = { old: strip(onDiffLine?.old ?? null), new: strip(onDiffLine?.new ?? null) };
  const minus = draft.minus === undefined ? undefined : strip(draft.minus);
  const plus = draft.plus === undefined ? undefined : strip(draft.plus);
  const oldPath = draft.from ?? minus ?? stated.old ?? plus ?? '';
  const newPath = draft.to ?? plus ?? stated.new ?? minus ?? '';
  const unnamed = oldPath === newPath ? 'modified' : 'renamed';
  const change = draft.change ?? (minus === null ? 'added' : plus === null ? 'deleted' : unnamed);
  const depends = (change === 'added' && Boolean(minus)) || (change === 'deleted' && Boolean(plus));
  return {
    ...factsOf(draft),
    form: 'git',
    change,
    oldPath: change === 'added' ? null : oldPath,
    newPath: change === 'deleted' ? null : newPath,
    consistent: agree([stated.old, draft.from, minus]) && agree([stated.new, draft.to, plus]) && !depends,
  };
}

function combinedHeader(draft: Draft, name: string): FileHeader {
  const path = wholeName(name);
  const change =
    draft.change ?? (draft.minus === null ? 'added' : draft.plus === null ? 'deleted' : 'modified');
  return {
    ...factsOf(draft),
    form: 'combined',
    change,
    oldPath: change === 'added' ? null : path,
    newPath: change === 'deleted' ? null : path,
    consistent: true,
  };
}

/** `---` and `+++` alone name one file, perhaps once as `file.orig`: as git, the shorter name is taken if it begins the other. */
function readPlainHeader(cursor: LineCursor): FileHeader {
  const [minus, plus] = [cursor.peek().slice(4), cursor.peek(1).slice(4)];
  cursor.next();
  cursor.next();
  const names: NamePair = { old: nameOf(minus), new: nameOf(plus) };
  const strip = arePrefixed(names) ? withoutPrefix : (name: string | null) => name;
  const [first, second] = [strip(names.old), strip(names.new)];
  const path = first !== null && second?.startsWith(first) === true ? first : (second ?? first ?? '');
  const change =
    first === null || isEpoch(minus) ? 'added' : second === null || isEpoch(plus) ? 'deleted' : 'modified';
  return {
    form: 'plain',
    change,
    oldPath: change === 'added' ? null : path,
    newPath: change === 'deleted' ? null : path,
    oldOid: undefined,
    newOid: undefined,
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    consistent: true,
  };
}

function factsOf({
  oldOid,
  newOid,
  oldMode,
  newMode,
  similarity,
  binary,
}: Draft): Omit<FileHeader, 'form' | 'change' | 'oldPath' | 'newPath' | 'consistent'> {
  return { oldOid, newOid, oldMode, newMode, similarity, binary };
}

function readIndex(draft: Draft, value: string): void {
  const found = /^([0-9a-f]{4,64})\.\.([0-9a-f]{4,64})(?: (\d+))?$/.exec(value);
  draft.oldOid = objectId(found?.[1]);
  draft.newOid = objectId(found?.[2]);
  draft.oldMode ??= found?.[3];
  draft.newMode ??= found?.[3];
}

function objectId(oid: string | undefined): string | undefined {
  return oid === undefined || /^0+$/.test(oid) ? undefined : oid;
}

function readSimilarity(draft: Draft, value: string): void {
  draft.similarity = /^\d{1,3}%/.test(value) ? parseInt(value, 10) : undefined;
}

function wholeName(text: string): string {
  return readQuotedPath(text)?.path ?? text;
}

/** Whether all names that are given are the same. */
function agree(names: readonly (string | null | undefined)[]): boolean {
  return new Set(names.filter((name) => name !== null && name !== undefined)).size <= 1;
}
