import type { Analysis } from '../../core/analysis.ts';
import { analyze } from '../../core/analyze.ts';
import type { Annotation } from '../../core/annotate/annotation.ts';
import { localSeries } from '../../core/patch/localSeries.ts';
import type { BlobStore, Cancellation } from '../../core/ports.ts';
import { textChange, textLines } from '../../present/textChange.ts';
import type { Core } from '../lazyCore.ts';

/** A file as it was at the base (undefined: not there) and as it is now, in the editor or on the disk. */
export interface ChangedText {
  /** Relative to the repository. */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** Id of the one patch that changes of a work tree are. */
export const CHANGES_PATCH = 'changes';

/** Changes with what was found in them. */
export interface AnalyzedChanges {
  readonly analysis: Analysis;
  /** The texts before, by which images are whole. */
  readonly blobs: BlobStore;
}

/** Annotates changes that are not committed, and may not even be saved, as a series of one patch. */
export async function analyzeChanges(
  { engine, catalog }: Pick<Core, 'engine' | 'catalog'>,
  changes: readonly ChangedText[],
  options: { readonly profile?: string; readonly cancellation?: Cancellation } = {},
): Promise<AnalyzedChanges> {
  const texts = new Map<string, Uint8Array>();
  const files = changes.flatMap(({ path, before, after }, index) => {
    const oid = `${index + 1}`.padStart(40, '0');
    if (before !== undefined) texts.set(oid, new TextEncoder().encode(`${textLines(before).join('\n')}\n`));
    return (
      textChange(path, before === undefined ? undefined : textLines(before), textLines(after), oid) ?? []
    );
  });
  const blobs: BlobStore = {
    blob: (oid) => Promise.resolve(texts.get(oid)),
    file: () => Promise.resolve(undefined),
  };
  const message = { subject: '', body: [], notes: [], trailers: [] };
  const patch = {
    id: CHANGES_PATCH,
    position: 1,
    author: '',
    message,
    envelope: undefined,
    commit: undefined,
    files,
  };
  const series = localSeries(CHANGES_PATCH, '', [patch]);
  const analysis = await analyze(engine, catalog, { value: series, problems: [] }, { blobs, ...options });
  return { analysis, blobs };
}

/** What a reviewer would ask about: changed lines of the new side that nothing explains yet. */
export function isAsked({ side, facets }: Annotation): boolean {
  const { origin, explainedBy, generated } = facets;
  if (side === 'old' || generated || origin === 'pre-existing' || origin === 'addressed-later') return false;
  return (
    explainedBy === null || explainedBy === 'none' || explainedBy === 'placeholder' || explainedBy === 'stale'
  );
}
