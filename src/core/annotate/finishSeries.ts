import type { FileChange, Series } from '../patch/series.ts';
import type { Annotation, Facets, FileAnnotations } from './annotation.ts';
import { annotationIds } from './annotationIds.ts';
import type { Draft, FileDrafts } from './draft.ts';
import { attentionOf } from './facets/attention.ts';
import { laterFate } from './laterPatches.ts';

/** Adds what only the whole series tells: what later patches do to a place, ids, and with all facets known the attention. */
export function finishSeries(
  series: Series,
  drafts: readonly (readonly FileDrafts[])[],
): readonly { readonly files: readonly FileAnnotations[] }[] {
  const idsOf = annotationIds();
  return series.patches.map(({ files }, index) => {
    const later = series.patches
      .slice(index + 1)
      .map((patch, offset) => ({ patch, files: drafts[index + 1 + offset] ?? [] }));
    return {
      files: files.map((file, fileIndex) => {
        const found = drafts[index]?.[fileIndex] ?? NOT_READ;
        const ids = idsOf(found, (draft) => pathOf(file, draft));
        const { image, layer, generated } = found;
        const asked = new Set<string>();
        const annotations = found.drafts.map((draft, at) => {
          const facets = withFate(draft, laterFate(draft, pathOf(file, draft), later));
          return finish(draft, facets, ids[at] ?? '', isRepeated(draft, asked));
        });
        return { image, layer, generated, annotations };
      }),
    };
  });
}

/** Stands for files that were not reached. */
const NOT_READ: FileDrafts = { image: 'none', layer: 'docs', generated: false, drafts: [] };

function pathOf(file: FileChange, { annotation }: Draft): string {
  return (annotation.side === 'old' ? file.oldPath : file.newPath) ?? '';
}

/** Only what is open can be addressed later; what the patch removes is gone already. */
function withFate({ annotation }: Draft, fate: ReturnType<typeof laterFate>): Facets {
  const { facets, side } = annotation;
  if (side === 'old' || fate === undefined) return facets;
  if (fate === 'removed') return { ...facets, origin: 'addressed-later' };
  const { explainedBy } = facets;
  return explainedBy === 'none' || explainedBy === 'placeholder' || explainedBy === 'stale'
    ? { ...facets, ...fate }
    : facets;
}

/** Notes the question of a draft in `asked`; true if it was there. What owes an explanation is asked about each time. */
function isRepeated({ annotation, pattern, group }: Draft, asked: Set<string>): boolean {
  if (pattern.owes !== 'nothing') return false;
  const question = [pattern.id, annotation.side, group, annotation.question].join('\0');
  const repeated = asked.has(question);
  asked.add(question);
  return repeated;
}

function finish(
  { annotation, pattern, quiet }: Draft,
  facets: Facets,
  id: string,
  repeated: boolean,
): Annotation {
  const attention = attentionOf(pattern, facets, annotation.side, { quiet, repeated });
  return { ...annotation, id, facets, attention };
}
