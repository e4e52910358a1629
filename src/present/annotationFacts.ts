import { t } from '../base/translate.ts';
import type { Annotation } from '../core/annotate/annotation.ts';
import { facetWords } from '../core/output/facetWords.ts';

/** An annotation's facets in plain words, in the order to show them; with where it stands, and why the phase. */
export function annotationFacts({ facets, side, item }: Annotation): readonly string[] {
  return [
    side === 'old' ? t('removed here') : null,
    ...facetWords(facets, 'full', t),
    item === null ? null : t('in {0}', item),
  ].filter((fact) => fact !== null);
}
