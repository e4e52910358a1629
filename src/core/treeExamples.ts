import type { Annotation, ExplainedBy } from './annotate/annotation.ts';
import { analyze } from './analyze.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { Pattern } from './catalog/pattern.ts';
import { languageOf } from './patch/language.ts';
import { addedFile, seriesOfFile } from './patch/wholeFile.ts';
import type { Cancellation, SourceTree } from './ports.ts';
import type { Problem, WithProblems } from './problem.ts';
import type { Engine } from './syntax/engine.ts';

/** A place of a tree that uses a pattern. */
export interface TreeExample {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  /** Text of the line. */
  readonly text: string;
  readonly explainedBy: ExplainedBy | null;
  readonly explanation: string | null;
}

export interface TreeSearch {
  readonly engine: Engine;
  readonly catalog: Catalog;
  readonly pattern: Pattern;
  readonly tree: SourceTree;
  readonly cancellation?: Cancellation;
  /** Files looked at so far, of how many. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Awaited after each file: lets whatever else waits for the thread run, such as a wish to cancel. */
  readonly breathe?: () => Promise<void>;
}

const MAX_FILES = 40_000;
const MAX_BYTES = 1_000_000;
const MAX_FOUND = 500;

/**
 * Looks for a pattern in the Rust and C files of a tree, as if each were added by a patch. The best explained come first,
 * tests and generated files last. Ends early at a cancellation, and when enough was found; a problem tells of it.
 */
export async function findTreeExamples(search: TreeSearch): Promise<WithProblems<readonly TreeExample[]>> {
  const { tree, pattern, cancellation } = search;
  const sources = (await tree.files()).filter(({ path }) => isSource(path, pattern));
  const looked = sources.slice(0, MAX_FILES);
  const catalog = { ...search.catalog, patterns: [pattern] };
  const found: Found[] = [];
  let skipped = 0;
  let done = 0;
  for (const { path } of looked) {
    if (cancellation?.cancelled === true || found.length >= MAX_FOUND) break;
    const bytes = await tree.read(path);
    if (bytes && bytes.length > MAX_BYTES) skipped++;
    else if (bytes) found.push(...(await examplesIn(search.engine, catalog, path, bytes)));
    done++;
    search.onProgress?.(done, looked.length);
    await search.breathe?.();
  }
  const at = pattern.id;
  const problems: Problem[] = [];
  if (cancellation?.cancelled === true)
    problems.push({ code: 'cancelled', message: 'The search was stopped before its end.', at });
  if (done < sources.length && problems.length === 0)
    problems.push({
      code: 'query-limit',
      message: `Only ${done} of ${sources.length} files were searched.`,
      at,
    });
  if (skipped > 0)
    problems.push({ code: 'file-too-large', message: `${skipped} files are too large to be searched.`, at });
  return { value: found.sort(byWorth).map(({ example }) => example), problems };
}

interface Found {
  readonly example: TreeExample;
  readonly aside: boolean;
}

function isSource(path: string, { languages }: Pattern): boolean {
  const language = languageOf(path);
  return language !== undefined && languages.includes(language);
}

async function examplesIn(
  engine: Engine,
  catalog: Catalog,
  path: string,
  bytes: Uint8Array,
): Promise<readonly Found[]> {
  const text = new TextDecoder().decode(bytes);
  const cues = catalog.patterns.flatMap((pattern) => pattern.cues);
  if (cues.length > 0 && !cues.some((cue) => text.includes(cue))) return [];
  const lines = text.split('\n');
  const series = seriesOfFile(addedFile(path, lines));
  const { patches } = await analyze(engine, catalog, { value: series, problems: [] });
  return patches.flatMap(({ files }) =>
    files.flatMap(({ annotations, layer, generated }) =>
      annotations.map((annotation): Found => {
        return { example: exampleOf(annotation, path, lines), aside: generated || layer === 'tests' };
      }),
    ),
  );
}

function exampleOf({ line, facets }: Annotation, path: string, lines: readonly string[]): TreeExample {
  const { explainedBy, explanation } = facets;
  return { path, line, text: (lines[line - 1] ?? '').trim(), explainedBy, explanation };
}

const WORTH: Record<ExplainedBy, number> = {
  'safety-comment': 0,
  'safety-doc': 0,
  'c-doc': 1,
  'commit-message': 1,
  'later-patch': 2,
  none: 3,
  placeholder: 4,
  stale: 4,
};

/** Long enough to say why; what goes beyond is worth no more. */
const SAYS_WHY = 200;

function byWorth(a: Found, b: Found): number {
  return (
    Number(a.aside) - Number(b.aside) ||
    worth(a.example) - worth(b.example) ||
    reach(b.example) - reach(a.example) ||
    (a.example.path < b.example.path
      ? -1
      : a.example.path > b.example.path
        ? 1
        : a.example.line - b.example.line)
  );
}

function worth({ explainedBy }: TreeExample): number {
  return WORTH[explainedBy ?? 'none'];
}

function reach({ explanation }: TreeExample): number {
  return Math.min(explanation?.length ?? 0, SAYS_WHY);
}
