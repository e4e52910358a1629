import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext, DetectorSide } from './detector.ts';

/** Crates from outside in `Cargo.toml`, `Cargo.lock`, wrap files and Meson's build files. */
export function newCrate({ path, kind, new: side, old }: DetectorContext): Iterable<Detection> {
  switch (kind) {
    case 'toml':
      return /(^|\/)Cargo\.toml$/.test(path) ? fromManifest(side, old) : [];
    case 'text':
      return /(^|\/)Cargo\.lock$/.test(path) ? fromLock(side) : [];
    case 'wrap':
      return path.endsWith('-rs.wrap') ? fromLines(side, /^\s*directory\s*=\s*(?<name>\S+)/d) : [];
    default:
      // How a packaged crate finds its own dependencies says nothing that its wrap file does not.
      if (path.includes('packagefiles/')) return [];
      return fromLines(side, /\b(?:subproject|dependency)\s*\(\s*'(?<name>[\w.-]+-rs)'/d);
  }
}

const SECTION = /^\s*\[+([^\]]+)\]/;
const DEPENDENCIES = /(^|\.)(dev-|build-)?dependencies$/;
const OWN_TABLE = /(^|\.)(dev-|build-)?dependencies\.([\w-]+)$/d;
const ENTRY = /^\s*(?<name>[\w-]+)\s*=\s*(?<value>.+)$/d;
/** What stands outside dependency tables in the same shape; needed where the table's head is not shown. */
const PACKAGE_KEY =
  /^(name|version|edition|rust-version|license|authors|description|repository|homepage|resolver|members|readme|publish|msrv|panic|lto|opt-level|debug|default|path|crate-type|proc-macro|build|links|exclude|include|keywords|categories|documentation|source|harness|test|doctest|bench)$/;

function* fromManifest(side: DetectorSide, old: DetectorSide): Iterable<Detection> {
  for (const { line, text } of changedLines(side)) {
    const table = SECTION.exec(text)?.[1];
    const own = table === undefined ? undefined : OWN_TABLE.exec(table)?.[3];
    if (own !== undefined) {
      const start = text.indexOf(own);
      yield detectionIn(line, start, start + own.length, { symbol: own });
      continue;
    }
    const entry = ENTRY.exec(text);
    const { name = '', value = '' } = entry?.groups ?? {};
    const [start, end] = entry?.indices?.groups?.['name'] ?? [];
    if (start === undefined || end === undefined || isOwn(value)) continue;
    const section = sectionOf(side, line);
    const counts = section === undefined ? looksExternal(name, value) : DEPENDENCIES.test(section);
    if (!counts) continue;
    const question = `${name} changes its version or how it is built. ${UPGRADED}`;
    yield detectionIn(line, start, end, { symbol: name, ...(isUpgrade(name, old) && { question }) });
  }
}

/** The table that a line belongs to, if the image shows its head. */
function sectionOf(side: DetectorSide, line: number): string | undefined {
  for (let at = line - 1, text = side.text(at); text !== undefined; text = side.text(--at)) {
    const found = SECTION.exec(text)?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A crate of the same tree, or the use of one that the workspace names. */
function isOwn(value: string): boolean {
  return /\bworkspace\s*=\s*true\b/.test(value) || (/\bpath\s*=/.test(value) && !VENDORED.test(value));
}

/** Where copies of crates from outside are kept. */
const VENDORED = /\bpath\s*=\s*["'][^"']*(vendor|third[-_]?party|subprojects|external)/;

/** The old side has the crate in another version. */
function isUpgrade(name: string, old: DetectorSide): boolean {
  return [...changedLines(old)].some(({ text }) => ENTRY.exec(text)?.groups?.['name'] === name);
}

function looksExternal(name: string, value: string): boolean {
  return (
    !PACKAGE_KEY.test(name) &&
    /^["']?[~^=<>]?\d+(\.\d+)*|^\{.*\b(version|git)\s*=/.test(value.replace(/^["']/, ''))
  );
}

/** One place for all packages that come in, and one for all that change their version: a lock file has many. */
function* fromLock(side: DetectorSide): Iterable<Detection> {
  const added: Locked[] = [];
  const upgraded: Locked[] = [];
  for (const { line, text } of changedLines(side)) {
    const [, key, value = ''] = /^(name|version) = "(.+)"$/.exec(text) ?? [];
    const start = text.indexOf(value);
    const name = /^name = "(.+)"$/.exec(side.text(line - 1) ?? '')?.[1] ?? '';
    if (key === 'name' && fromOutside(side, line))
      added.push({ line, start, end: start + value.length, name: value });
    if (key === 'version' && name !== '' && !side.lines.changed.has(line - 1) && fromOutside(side, line - 1))
      upgraded.push({ line, start, end: start + value.length, name });
  }
  yield* together(added, ['comes in', 'come in'], 'What for, and who maintains it?');
  yield* together(upgraded, ['changes its version', 'change their versions'], UPGRADED);
}

const UPGRADED = 'What is different, and will our oldest compiler do?';

interface Locked {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

const NAMED = 3;

function* together(
  packages: readonly Locked[],
  [one, many]: readonly [string, string],
  question: string,
): Iterable<Detection> {
  const [first] = packages;
  if (!first) return;
  const names = packages.slice(0, NAMED).map(({ name }) => name);
  const more = packages.length > NAMED ? ` and ${packages.length - NAMED} more` : '';
  yield detectionIn(first.line, first.start, first.end, {
    symbol: first.name,
    question: `${names.join(', ')}${more} ${packages.length === 1 ? one : many}. ${question}`,
  });
}

/** The package of this `name` line comes from a registry or a repository. */
function fromOutside(side: DetectorSide, line: number): boolean {
  return [2, 3].some((ahead) => side.text(line + ahead)?.startsWith('source = ') ?? false);
}

function* fromLines(side: DetectorSide, pattern: RegExp): Iterable<Detection> {
  for (const { line, text } of changedLines(side)) {
    const found = pattern.exec(text);
    const [start, end] = found?.indices?.groups?.['name'] ?? [];
    if (start !== undefined && end !== undefined)
      yield detectionIn(line, start, end, { symbol: text.slice(start, end) });
  }
}
