import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext, DetectorSide } from './detector.ts';

const UPGRADE =
  'What changed between the two versions, and is the new one still good for our oldest compiler?';

/** Crates from outside in `Cargo.toml`, `Cargo.lock`, wrap files and Meson's build files. */
export function newCrate({ path, kind, new: side }: DetectorContext): Iterable<Detection> {
  switch (kind) {
    case 'toml':
      return /(^|\/)Cargo\.toml$/.test(path) ? fromManifest(side) : [];
    case 'text':
      return /(^|\/)Cargo\.lock$/.test(path) ? fromLock(side) : [];
    case 'wrap':
      return path.endsWith('-rs.wrap') ? fromLines(side, /^\s*directory\s*=\s*(?<name>\S+)/d) : [];
    default:
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

function* fromManifest(side: DetectorSide): Iterable<Detection> {
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
    if (counts) yield detectionIn(line, start, end, { symbol: name });
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
  return /\bworkspace\s*=\s*true\b/.test(value) || (/\bpath\s*=/.test(value) && !/\bversion\s*=/.test(value));
}

function looksExternal(name: string, value: string): boolean {
  return (
    !PACKAGE_KEY.test(name) &&
    /^["']?[~^=<>]?\d+(\.\d+)*|^\{.*\b(version|git)\s*=/.test(value.replace(/^["']/, ''))
  );
}

function* fromLock(side: DetectorSide): Iterable<Detection> {
  for (const { line, text } of changedLines(side)) {
    const [, key, value = ''] = /^(name|version) = "(.+)"$/.exec(text) ?? [];
    if (key === undefined) continue;
    const start = text.indexOf(value);
    const end = start + value.length;
    if (key === 'name' && fromOutside(side, line))
      yield detectionIn(line, start, end, { symbol: value, context: { first: line, last: line + 1 } });
    const name = /^name = "(.+)"$/.exec(side.text(line - 1) ?? '')?.[1];
    if (
      key === 'version' &&
      name !== undefined &&
      !side.lines.changed.has(line - 1) &&
      fromOutside(side, line - 1)
    )
      yield detectionIn(line, start, end, { symbol: name, question: UPGRADE });
  }
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
