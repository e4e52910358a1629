import type { PanelAnnotation, PanelLink } from '../../protocol/panelModel.ts';
import type { SeriesIndex } from './seriesIndex.ts';

/** What can be asked and read about an annotation: its own, and what its pattern has. */
export interface AnnotationTexts {
  /** Its own question first. */
  readonly questions: readonly string[];
  /** What the repository's profile names for the place first. */
  readonly docs: readonly PanelLink[];
  /** Two sentences about the pattern; empty if it is not known. */
  readonly about: string;
}

export function annotationTexts(
  { pattern, question, docs = [] }: PanelAnnotation,
  { patterns }: Pick<SeriesIndex, 'patterns'>,
): AnnotationTexts {
  const texts = patterns.get(pattern);
  const others = (texts?.questions ?? []).filter((other) => other !== question);
  return {
    questions: [question, ...others],
    docs: [...docs, ...(texts?.docs ?? [])],
    about: texts?.about ?? '',
  };
}
