import type { Annotation } from '../core/annotate/annotation.ts';
import { facetWords } from '../core/output/facetWords.ts';

/** An annotation's facets in plain words, in the order to show them; with where it stands, and why the phase. */
export function annotationFacts({ facets, side, item }: Annotation): readonly string[] {
  return [
    side === 'old' ? 'removed here' : null,
    ...facetWords(facets, 'full'),
    item === null ? null : `in ${item}`,
  ].filter((fact) => fact !== null);
}
