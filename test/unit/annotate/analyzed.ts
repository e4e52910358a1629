import type { Analysis } from '../../../src/core/analysis.ts';
import { analyze, type AnalyzeOptions } from '../../../src/core/analyze.ts';
import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import { languageOf } from '../../../src/core/patch/language.ts';
import { localSeries } from '../../../src/core/patch/localSeries.ts';
import type { DiffLine, FileChange, Hunk, Patch, Series } from '../../../src/core/patch/series.ts';
import type { BlobStore } from '../../../src/core/ports.ts';
import { alignLines } from '../../../src/core/review/carry/alignLines.ts';
import { createEngine } from '../../../src/core/syntax/engine.ts';
import { testAssets } from '../assets.ts';

export const engine = await createEngine(testAssets());
export const catalog = await loadCatalog(testAssets());

/** What a patch does to a file: its text before and after; null where there is none. */
export interface Change {
  readonly path: string;
  readonly oldPath?: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface TestPatch {
  readonly subject?: string;
  readonly body?: readonly string[];
  readonly changes: readonly Change[];
}

/** Analyses patches made of texts, with whole files or from the hunks alone. */
export async function analyzed(
  patches: readonly TestPatch[],
  image: 'whole' | 'hunks' = 'whole',
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const texts = new Map<string, string>();
  const series = seriesOf(patches, texts);
  const blobs: BlobStore = {
    blob: (oid) => Promise.resolve(bytesOf(texts.get(oid))),
    file: () => Promise.resolve(undefined),
  };
  return analyze(
    engine,
    catalog,
    { value: series, problems: [] },
    { ...(image === 'whole' && { blobs }), ...options },
  );
}

/** The annotations of one change of a Rust file at a path of the safe API layer (or another path). */
export async function annotations(
  before: string | null,
  after: string | null,
  more: {
    readonly path?: string;
    readonly image?: 'whole' | 'hunks';
    readonly body?: readonly string[];
  } = {},
): Promise<readonly Annotation[]> {
  const { path = 'rust/qom/src/fan.rs', image = 'whole', body = [] } = more;
  const analysis = await analyzed([{ body, changes: [{ path, before, after }] }], image);
  return analysis.patches[0]?.files[0]?.annotations ?? [];
}

/** The only annotation of a pattern among some. */
export function one(found: readonly Annotation[], pattern: string): Annotation {
  const [first, ...rest] = found.filter((annotation) => annotation.pattern === pattern);
  if (!first || rest.length > 0)
    throw new Error(
      `expected one ${pattern}, found ${found.map((other) => `${other.pattern}:${other.line}`).join(' ')}`,
    );
  return first;
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

function seriesOf(patches: readonly TestPatch[], texts: Map<string, string>): Series {
  return localSeries(
    'series',
    patches[0]?.subject ?? 'A change',
    patches.map((patch, index) => patchOf(patch, index, texts)),
  );
}

function patchOf(
  { subject = 'A change', body = [], changes }: TestPatch,
  index: number,
  texts: Map<string, string>,
): Patch {
  return {
    id: `patch-${index + 1}`,
    position: index + 1,
    author: 'Author One <one@example.org>',
    message: { subject, body, notes: [], trailers: [] },
    envelope: undefined,
    commit: undefined,
    files: changes.map((change) => fileOf(change, texts)),
  };
}

function fileOf({ path, oldPath = path, before, after }: Change, texts: Map<string, string>): FileChange {
  const store = (text: string | null): string | undefined => {
    if (text === null) return undefined;
    const oid = (texts.size + 1).toString(16).padStart(40, '0');
    texts.set(oid, text);
    return oid;
  };
  return {
    kind: before === null ? 'added' : after === null ? 'deleted' : oldPath === path ? 'modified' : 'renamed',
    oldPath: before === null ? null : oldPath,
    newPath: after === null ? null : path,
    language: languageOf(path),
    oldOid: store(before),
    newOid: store(after),
    oldMode: undefined,
    newMode: undefined,
    similarity: undefined,
    binary: false,
    combined: false,
    hunks: hunksOf(linesOf(before), linesOf(after)),
  };
}

function linesOf(text: string | null): readonly string[] {
  return text === null || text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

const CONTEXT = 3;

function hunksOf(before: readonly string[], after: readonly string[]): readonly Hunk[] {
  const lines = diff(before, after);
  const changed = lines.flatMap(({ kind }, index) => (kind === 'context' ? [] : [index]));
  const hunks: Hunk[] = [];
  for (let at = 0; at < changed.length; at++) {
    const start = at;
    while ((changed[at + 1] ?? Infinity) - (changed[at] ?? 0) <= 2 * CONTEXT) at++;
    const first = Math.max(0, (changed[start] ?? 0) - CONTEXT);
    const shown = lines.slice(first, (changed[at] ?? 0) + CONTEXT + 1);
    const [olds, news] = [shown.map(({ oldLine }) => oldLine), shown.map(({ newLine }) => newLine)];
    const oldNumbers = olds.filter((line) => line !== undefined);
    const newNumbers = news.filter((line) => line !== undefined);
    hunks.push({
      oldStart: oldNumbers[0] ?? 0,
      oldLines: oldNumbers.length,
      newStart: newNumbers[0] ?? 0,
      newLines: newNumbers.length,
      section: sectionAbove(before, oldNumbers[0] ?? 1),
      lines: shown,
    });
  }
  return hunks;
}

function diff(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  let next = 0;
  const addTo = (end: number): void => {
    for (; next < end; next++)
      lines.push({
        kind: 'added',
        text: after[next] ?? '',
        oldLine: undefined,
        newLine: next + 1,
        noNewline: false,
      });
  };
  for (const [index, to] of alignLines(before, after).entries()) {
    const text = before[index] ?? '';
    if (to < 0)
      lines.push({ kind: 'removed', text, oldLine: index + 1, newLine: undefined, noNewline: false });
    else {
      addTo(to);
      lines.push({ kind: 'context', text, oldLine: index + 1, newLine: to + 1, noNewline: false });
      next = to + 1;
    }
  }
  addTo(after.length);
  return lines;
}

/** As git's default: the nearest line above that begins with a letter, `_` or `$`. */
function sectionAbove(lines: readonly string[], first: number): string {
  for (let at = first - 2; at >= 0; at--) if (/^[A-Za-z_$]/.test(lines[at] ?? '')) return lines[at] ?? '';
  return '';
}
