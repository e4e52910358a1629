import { ATTENTIONS, type Attention } from '../../catalog/pattern.ts';
import type { Side } from '../../patch/series.ts';
import type { Facets } from '../annotation.ts';

/**
 * In what order a reviewer should look, from the pattern's own level and the facets. One step up: at run time in a
 * device or driver; where the explanation only holds a place or did not follow its code. One step down: in bindings
 * and tests; where it is well explained; where the code was only moved. Always `note`: generated code, what the
 * profile keeps quiet, what a later patch of the series takes care of, and what the patch removes.
 */
export function attentionOf(base: Attention, facets: Facets, side: Side, quiet: boolean): Attention {
  if (side === 'old' || quiet || facets.generated) return 'note';
  if (facets.origin === 'addressed-later' || facets.explainedBy === 'later-patch') return 'note';
  let steps = 0;
  if (facets.layer === 'device' && facets.phase === 'runtime') steps++;
  if (facets.explainedBy === 'placeholder' || facets.explainedBy === 'stale') steps++;
  if (facets.layer === 'bindings' || facets.layer === 'tests') steps--;
  if (isExplained(facets)) steps--;
  if (facets.origin === 'moved') steps--;
  const level = ATTENTIONS.indexOf(base) - steps;
  return ATTENTIONS[Math.min(Math.max(level, 0), ATTENTIONS.length - 1)] ?? base;
}

function isExplained(facets: Facets): boolean {
  return (
    facets.explainedBy === 'safety-comment' ||
    facets.explainedBy === 'safety-doc' ||
    facets.explainedBy === 'c-doc'
  );
}
