import type { Series } from '../../patch/series.ts';
import type { Alignment, CarriedRange } from './carryRange.ts';
import { explainingParagraph, proseOf } from './explainingParagraph.ts';
import { explanationAmong, newExplanation } from './newExplanation.ts';
import { newSafetySection, safetySections, type SafetySections } from './safetySections.ts';

/** What two versions say elsewhere than beside the lines, read once for all marks. */
export interface Prose {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly sectionsBefore: SafetySections;
  readonly sectionsAfter: SafetySections;
}

export function proseBetween(from: Series, to: Series): Prose {
  return {
    before: proseOf(from),
    after: proseOf(to),
    sectionsBefore: safetySections(from),
    sectionsAfter: safetySections(to),
  };
}

/**
 * What was added for the lines of `range`: beside them, as the safety section of what they call or implement, or in a message
 * or document that speaks about them or about `item`, the item that they are in. Null if nothing was.
 */
export function explanationFor(
  range: CarriedRange,
  alignment: Alignment,
  prose: Prose,
  item: string | null,
): string | null {
  const { line, endLine, path, before, isReplaced = false } = range;
  if (line !== null && endLine !== null && path === alignment.to.path) {
    const comment = isReplaced
      ? explanationAmong(alignment, line, endLine, before)
      : newExplanation(alignment, line, endLine);
    if (comment !== null) return comment;
  }
  return (
    newSafetySection(prose.sectionsBefore, prose.sectionsAfter, before) ??
    explainingParagraph(prose.before, prose.after, before, item)
  );
}
