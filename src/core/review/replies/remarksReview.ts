import { hash } from '../../../base/hash.ts';
import type { Series } from '../../patch/series.ts';
import { emptyReview } from '../emptyReview.ts';
import { makeAnchor } from '../makeAnchor.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';
import type { Remark } from './replyRemarks.ts';

/**
 * Remarks as reviews, one for each author in order of their first remark: questions to be answered like one's own. A remark
 * whose lines are not in the series is kept on the cover letter, with what it quoted.
 */
export function remarksReview(series: Series, remarks: readonly Remark[], madeAt: string): readonly Review[] {
  const byAuthor = new Map<string, Mark[]>();
  for (const [index, remark] of remarks.entries()) {
    const marks = byAuthor.get(remark.author) ?? [];
    marks.push(markOf(series, remark, index, madeAt));
    byAuthor.set(remark.author, marks);
  }
  return [...byAuthor].map(([reviewer, marks]) => ({ ...emptyReview(series), reviewer, marks }));
}

const NOWHERE: MarkTarget = { kind: 'cover', line: 1, endLine: 1 };

function markOf(series: Series, remark: Remark, index: number, madeAt: string): Mark {
  const { target, quoted, text, messageId, author } = remark;
  const analysis = { series, profile: '', patches: [], problems: [] };
  const anchor = target
    ? makeAnchor(analysis, target)
    : { text: quoted, before: [], after: [], item: null, ordinal: 0 };
  return {
    id: `r${hash(`${author} ${messageId ?? ''} ${index} ${text}`)}`,
    target: target ?? NOWHERE,
    anchor,
    state: 'needs-explanation',
    question: text,
    annotation: null,
    pattern: null,
    deferredTo: null,
    exit: null,
    madeAt,
  };
}
