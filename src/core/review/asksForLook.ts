import type { Annotation } from '../annotate/annotation.ts';

/** True for the annotations that coverage counts: not a mere note, and not in a generated file. */
export function asksForLook(annotation: Annotation): boolean {
  return annotation.attention !== 'note' && !annotation.facets.generated;
}
