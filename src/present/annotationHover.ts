import { t } from '../base/translate.ts';
import type { Annotation } from '../core/annotate/annotation.ts';
import type { Attention, Pattern } from '../core/catalog/pattern.ts';
import { markdownText } from '../core/output/markdownText.ts';
import { annotationFacts } from './annotationFacts.ts';
import { conditionsLine } from './conditionsLine.ts';
import { patternSummary } from './patternSummary.ts';

const ATTENTION_WORDS: Record<Attention, string> = {
  'look-first': t('Look first'),
  check: t('Check'),
  note: t('Note'),
};

/** What hovering an annotation tells, as Markdown: its question, what the pattern is in two sentences, its facts. */
export function annotationHover(annotation: Annotation, pattern: Pattern | undefined): string {
  const { attention, title, question } = annotation;
  return [
    `**${ATTENTION_WORDS[attention]} · ${markdownText(title)}**`,
    markdownText(question),
    ...(annotation.conditions ?? []).map(conditionsLine),
    pattern ? markdownText(patternSummary(pattern)) : '',
    `_${annotationFacts(annotation).map(markdownText).join(' · ')}_`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
