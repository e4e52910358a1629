import type { Analysis } from '../analysis.ts';
import type { Annotation } from '../annotate/annotation.ts';
import type { Patch } from '../patch/series.ts';
import { asksForLook } from '../review/asksForLook.ts';
import { annotatedLines } from './annotatedLines.ts';

/** An annotation with what a flat list needs to say where it is. */
export interface ListedAnnotation {
  readonly patch: Patch;
  /** Path on the annotation's side. */
  readonly path: string;
  readonly annotation: Annotation;
}

/** The annotations that ask for a look, and with `notes` the others too: by patch, the most important first. */
export function listedAnnotations(
  { series, patches }: Analysis,
  { notes }: { readonly notes: boolean },
): readonly ListedAnnotation[] {
  return series.patches.flatMap((patch, index) =>
    annotatedLines(
      patch,
      patches[index]?.files ?? [],
      (annotation) => notes || asksForLook(annotation),
    ).flatMap(({ path, annotations }) => annotations.map((annotation) => ({ patch, path, annotation }))),
  );
}
