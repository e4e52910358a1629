import { ATTENTIONS, type Attention } from '../../catalog/pattern.ts';
import type { Side } from '../../patch/series.ts';
import type { Facets } from '../annotation.ts';

/**
 * In what order a reviewer should look, from the pattern's own level and the facets.
 *
 * One step up: at run time in a device or driver; where the explanation only holds a place or did not follow its code;
 * where a public item of the safe API lacks one. One step down: in bindings and tests; where it is well explained; where
 * the code was only moved. Always `note`: generated code, what the profile keeps quiet, what a later patch of the series
 * takes care of, what the patch removes, and old code that is explained.
 */
export function attentionOf(base: Attention, facets: Facets, side: Side, quiet: boolean): Attention {
  const { layer, phase, visibility, explainedBy, origin, generated } = facets;
  const explained =
    explainedBy === 'safety-comment' || explainedBy === 'safety-doc' || explainedBy === 'c-doc';
  if (side === 'old' || quiet || generated) return 'note';
  if (origin === 'addressed-later' || explainedBy === 'later-patch') return 'note';
  if (origin === 'pre-existing' && explained) return 'note';
  const unexplained = explainedBy !== null && !explained && explainedBy !== 'commit-message';
  let steps = 0;
  if (layer === 'device' && phase === 'runtime') steps++;
  if (explainedBy === 'placeholder' || explainedBy === 'stale') steps++;
  else if (layer === 'api' && visibility === 'public' && unexplained) steps++;
  if (layer === 'bindings' || layer === 'tests') steps--;
  if (explained) steps--;
  if (origin === 'moved') steps--;
  const level = ATTENTIONS.indexOf(base) - steps;
  return ATTENTIONS[Math.min(Math.max(level, 0), ATTENTIONS.length - 1)] ?? base;
}
