import type { Annotation, FileAnnotations } from '../annotate/annotation.ts';
import { ATTENTIONS } from '../catalog/pattern.ts';
import type { FileChange, Patch, Side } from '../patch/series.ts';
import { pathOn } from '../review/targetText.ts';

/** A line of a patch and what is there. */
export interface AnnotatedLine {
  readonly path: string;
  readonly side: Side;
  /** 1-based, in the file of this side. */
  readonly line: number;
  /** Most important first; what would be said twice is there once. Never empty. */
  readonly annotations: readonly Annotation[];
}

/** The lines of a patch with annotations that `isListed` lets through; those with the most important ones first. */
export function annotatedLines(
  patch: Patch,
  found: readonly FileAnnotations[],
  isListed: (annotation: Annotation, file: FileChange) => boolean,
): readonly AnnotatedLine[] {
  const lines = new Map<string, Omit<AnnotatedLine, 'annotations'> & { annotations: Annotation[] }>();
  for (const [index, file] of patch.files.entries())
    for (const annotation of found[index]?.annotations ?? []) {
      if (!isListed(annotation, file)) continue;
      const { side, line } = annotation;
      const key = `${index} ${side} ${line}`;
      const here = lines.get(key);
      if (here) here.annotations.push(annotation);
      else lines.set(key, { path: pathOn(file, side) ?? '', side, line, annotations: [annotation] });
    }
  return [...lines.values()]
    .map((here) => ({ ...here, annotations: mostImportantFirst(here.annotations) }))
    .sort((a, b) => rank(a.annotations[0]) - rank(b.annotations[0]));
}

function mostImportantFirst(annotations: readonly Annotation[]): readonly Annotation[] {
  const said = new Set<string>();
  return [...annotations]
    .sort((a, b) => rank(a) - rank(b) || a.column - b.column)
    .filter(({ pattern, question }) => {
      const words = `${pattern} ${question}`;
      return !said.has(words) && said.add(words);
    });
}

function rank(annotation: Annotation | undefined): number {
  return annotation ? ATTENTIONS.indexOf(annotation.attention) : ATTENTIONS.length;
}
