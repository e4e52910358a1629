import { readQuotedPath } from './quotedPath.ts';

/** The two names of a file, as read; null is `/dev/null`. */
export interface NamePair {
  readonly old: string | null;
  readonly new: string | null;
}

/** Longest `diff` line whose names are looked for; no file system has paths that long. */
const MAX_LINE = 10_000;

/** Prefixes that git puts before the two names, by what is compared (`diff.mnemonicPrefix`). */
const PREFIX_PAIRS = new Set(['a b', 'c i', 'i w', 'c w', 'o w', '1 2']);

/**
 * A name of a `---` or `+++` line: unquoted, without the time stamp that tools put behind a tab (or behind blanks).
 * Null for `/dev/null`.
 */
export function nameOf(text: string): string | null {
  const quoted = readQuotedPath(text);
  const name = quoted ? quoted.path : (/^[^\t]*/.exec(text)?.[0] ?? '').replace(BLANKS_AND_TIME, '');
  return name === '/dev/null' ? null : name;
}

const BLANKS_AND_TIME = / {1,20}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d.*$/;

/**
 * The names of a `diff --git` line, with prefixes. Unquoted names may hold blanks, so the line is split where both halves
 * name the same file; undefined where no split does so (then other header lines name the files).
 */
export function namesOfDiffLine(text: string): { readonly old: string; readonly new: string } | undefined {
  if (text.length > MAX_LINE) return undefined;
  const quoted = readQuotedPath(text);
  if (quoted) {
    const second = quoted.rest.slice(1);
    return { old: quoted.path, new: readQuotedPath(second)?.path ?? second };
  }
  const quote = text.endsWith('"') ? text.indexOf(' "') : -1;
  const last = quote < 0 ? undefined : readQuotedPath(text.slice(quote + 1));
  if (last?.rest === '') return { old: text.slice(0, quote), new: last.path };
  for (let blank = text.indexOf(' '); blank >= 0; blank = text.indexOf(' ', blank + 1)) {
    const names = { old: text.slice(0, blank), new: text.slice(blank + 1) };
    if (names.old === names.new || sameBelowPrefix(names.old, names.new)) return names;
  }
  const only = /^(\S+) (\S+)$/.exec(text);
  return only ? { old: only[1] ?? '', new: only[2] ?? '' } : undefined;
}

/** Whether both names carry a prefix before the path (`a/` and `b/`, `old/` and `new/`). */
export function arePrefixed({ old, new: fresh }: NamePair): boolean {
  if (old === null || fresh === null) return /^[ab]\//.test(old ?? fresh ?? '');
  const [first, second] = [firstPart(old), firstPart(fresh)];
  if (PREFIX_PAIRS.has(`${first} ${second}`) || PREFIX_PAIRS.has(`${second} ${first}`)) return true;
  return sameBelowPrefix(old, fresh);
}

/** A name without its first part. */
export function withoutPrefix(name: string | null): string | null {
  return name === null ? null : name.slice(name.indexOf('/') + 1);
}

/** Whether two names differ in their first part only. */
function sameBelowPrefix(name: string, other: string): boolean {
  const [first, second] = [firstPart(name), firstPart(other)];
  if (first === '' || second === '' || first === second) return false;
  const below = other.slice(second.length);
  return name.length - first.length === below.length && name.endsWith(below);
}

/** The part of a name before its first slash; empty if it has none. */
function firstPart(name: string): string {
  return name.slice(0, Math.max(0, name.indexOf('/')));
}
