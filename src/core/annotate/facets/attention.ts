import { ATTENTIONS, type Attention, type Pattern } from '../../catalog/pattern.ts';
import type { Side } from '../../patch/series.ts';
import type { Facets } from '../annotation.ts';

/** What else decides how soon to look at a place. */
export interface Standing {
  /** The profile keeps this pattern quiet in this layer. */
  readonly quiet: boolean;
  /** The same pattern asks its question above already, in the same item or in two items of the file, and no reason is missing. */
  readonly repeated: boolean;
  /** What a function asks of its callers is changed, and the function is not new. */
  readonly conditionsChanged: boolean;
  /** The series touches no Rust. */
  readonly withoutRust: boolean;
}

/**
 * In what order a reviewer should look, from the pattern's own level and the facets.
 *
 * One step up: at run time in a device or driver; where the explanation only holds a place or did not follow its code;
 * where a public item of the safe API puts conditions on its callers, and where these conditions are changed. One step down: in bindings; where it is
 * well explained; where the code was only moved; where the question is repeated (two in build files): whoever has asked it
 * reads on with it in mind; in C when the series has no Rust. Always `note`: tests, generated code, what the profile
 * keeps quiet, what a later patch of the series takes care of, what the patch removes, and old code that is explained as before.
 */
export function attentionOf(pattern: Pattern, facets: Facets, side: Side, standing: Standing): Attention {
  const { layer, phase, visibility, explainedBy, origin, generated } = facets;
  const explained =
    explainedBy === 'safety-comment' || explainedBy === 'safety-doc' || explainedBy === 'c-doc';
  if (side === 'old' || standing.quiet || generated || layer === 'tests') return 'note';
  if (origin === 'addressed-later' || explainedBy === 'later-patch') return 'note';
  if (origin === 'pre-existing' && explained && !standing.conditionsChanged) return 'note';
  let steps = 0;
  if (layer === 'device' && phase === 'runtime') steps++;
  if (explainedBy === 'placeholder' || explainedBy === 'stale') steps++;
  if (layer === 'api' && visibility === 'public' && pattern.owes === 'safety-doc') steps++;
  if (standing.conditionsChanged) steps++;
  if (layer === 'bindings') steps--;
  if (explained) steps--;
  if (origin === 'moved') steps--;
  if (standing.repeated) steps -= layer === 'build' ? 2 : 1;
  if (layer === 'c' && standing.withoutRust) steps--;
  const level = ATTENTIONS.indexOf(pattern.attention) - steps;
  return ATTENTIONS[Math.min(Math.max(level, 0), ATTENTIONS.length - 1)] ?? pattern.attention;
}
