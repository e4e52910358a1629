import type { FileChange, Series } from '../patch/series.ts';
import type { Annotation, Facets, FileAnnotations } from './annotation.ts';
import { annotationIds } from './annotationIds.ts';
import type { FileDrafts } from './draft.ts';
import { seriesConditions } from './explain/seriesConditions.ts';
import { attentionOf } from './facets/attention.ts';
import { createFates, type LaterFate } from './laterPatches.ts';

/** Adds what only the whole series tells: what later patches do to a place, ids, and with all facets known the attention. */
export function finishSeries(
  series: Series,
  drafts: readonly (readonly FileDrafts[])[],
): readonly { readonly files: readonly FileAnnotations[] }[] {
  const idOf = annotationIds();
  const fateOf = createFates(series, drafts);
  const conditionsOf = seriesConditions(series);
  const withoutRust = !series.patches.some(({ files }) => files.some(({ language }) => language === 'rust'));
  const annotate = (file: FileChange, found: FileDrafts, patch: number): readonly Annotation[] => {
    const asked = new Map<string, number>();
    return found.drafts.flatMap((draft) => {
      const { annotation, pattern, quiet, conditionsChanged } = draft;
      const question = [pattern.id, annotation.side, annotation.question].join('\0');
      const inItem = ask(`${draft.group}\0${question}`, asked);
      if (annotation.side === 'old' && inItem > 0) return [];
      const path = (annotation.side === 'old' ? file.oldPath : file.newPath) ?? '';
      const facets =
        annotation.side === 'old'
          ? annotation.facets
          : withFate(annotation.facets, fateOf(draft, path, patch));
      const owesReason = pattern.owes !== 'doc' && isOpen(facets);
      const repeated = (inItem > 0 || ask(question, asked) >= OFTEN) && !owesReason;
      const standing = { quiet, repeated, withoutRust, conditionsChanged };
      const attention = attentionOf(pattern, facets, annotation.side, standing);
      const conditions = draft.callees.flatMap(({ name, known }) => known ?? conditionsOf(name) ?? []);
      const id = idOf(draft, path);
      const finished = { id, attention, ...annotation, facets };
      return conditions.length > 0 ? { conditions, ...finished } : finished;
    });
  };
  return series.patches.map(({ files }, patch) => ({
    files: files.map((file, index) => {
      const found = drafts[patch]?.[index] ?? NOT_READ;
      const { image, layer, generated } = found;
      return { image, layer, generated, annotations: annotate(file, found, patch) };
    }),
  }));
}

/** After how many items of one file a question is known. */
const OFTEN = 2;

/** Stands for files that were not reached. */
const NOT_READ: FileDrafts = { image: 'none', layer: 'docs', generated: false, drafts: [] };

/** Only what is open can be explained later. */
function withFate(facets: Facets, fate: LaterFate): Facets {
  if (fate === undefined) return facets;
  if (fate === 'removed') return { ...facets, origin: 'addressed-later' };
  return isOpen(facets) ? { ...facets, ...fate } : facets;
}

/** An explanation is owed and missing, or not to be relied on. */
function isOpen({ explainedBy }: Facets): boolean {
  return explainedBy === 'none' || explainedBy === 'placeholder' || explainedBy === 'stale';
}

/** Counts a question; how often it was asked before. */
function ask(question: string, asked: Map<string, number>): number {
  const before = asked.get(question) ?? 0;
  asked.set(question, before + 1);
  return before;
}
