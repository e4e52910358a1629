import type { FileChange, Series } from '../patch/series.ts';
import type { Annotation, Facets, FileAnnotations } from './annotation.ts';
import { annotationIds } from './annotationIds.ts';
import type { Draft, FileDrafts } from './draft.ts';
import { attentionOf } from './facets/attention.ts';
import { createFates, type LaterFate } from './laterPatches.ts';

/** Adds what only the whole series tells: what later patches do to a place, ids, and with all facets known the attention. */
export function finishSeries(
  series: Series,
  drafts: readonly (readonly FileDrafts[])[],
): readonly { readonly files: readonly FileAnnotations[] }[] {
  const idOf = annotationIds();
  const fateOf = createFates(series, drafts);
  const withoutRust = !series.patches.some(({ files }) => files.some(({ language }) => language === 'rust'));
  const annotate = (file: FileChange, found: FileDrafts, patch: number): readonly Annotation[] => {
    const asked = new Set<string>();
    return found.drafts.flatMap((draft) => {
      const { annotation, pattern, quiet } = draft;
      const repeated = isRepeated(draft, asked);
      if (annotation.side === 'old' && repeated) return [];
      const path = (annotation.side === 'old' ? file.oldPath : file.newPath) ?? '';
      const facets =
        annotation.side === 'old'
          ? annotation.facets
          : withFate(annotation.facets, fateOf(draft, path, patch));
      const attention = attentionOf(pattern, facets, annotation.side, { quiet, repeated, withoutRust });
      return { ...annotation, id: idOf(draft, path), facets, attention };
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

/** Stands for files that were not reached. */
const NOT_READ: FileDrafts = { image: 'none', layer: 'docs', generated: false, drafts: [] };

/** Only what is open can be explained later. */
function withFate(facets: Facets, fate: LaterFate): Facets {
  if (fate === undefined) return facets;
  if (fate === 'removed') return { ...facets, origin: 'addressed-later' };
  const { explainedBy } = facets;
  const open = explainedBy === 'none' || explainedBy === 'placeholder' || explainedBy === 'stale';
  return open ? { ...facets, ...fate } : facets;
}

/**
 * Notes the question of a draft in `asked`; true if it was there. What owes an explanation is asked about each time. Of
 * what is taken away from an item one place stands for all.
 */
function isRepeated({ annotation, pattern, group }: Draft, asked: Set<string>): boolean {
  if (pattern.owes !== 'nothing' && annotation.side === 'new') return false;
  const question = [pattern.id, annotation.side, group, annotation.question].join('\0');
  const repeated = asked.has(question);
  asked.add(question);
  return repeated;
}
