import { hash } from '../../../base/hash.ts';
import { bareAddress } from '../../patch/message/addresses.ts';
import type { Series } from '../../patch/series.ts';
import { emptyReview } from '../emptyReview.ts';
import { makeAnchor } from '../makeAnchor.ts';
import type { Anchor, Mark, MarkTarget, Review } from '../review.ts';
import type { Remark } from './remark.ts';

/**
 * Remarks as reviews, one for each author in order of their first remark: questions to be answered like one's own. A remark
 * whose lines are not in the series stands on the message of its patch, else on the cover letter, with an anchor that says
 * what it quoted: such a place does not hold what the anchor remembers. `madeAt` is for remarks that tell no time.
 */
export function remarksReview(series: Series, remarks: readonly Remark[], madeAt: string): readonly Review[] {
  const byAuthor = new Map<string, { readonly reviewer: string; readonly marks: Map<string, Mark> }>();
  for (const remark of remarks) {
    const key = bareAddress(remark.author);
    const known = byAuthor.get(key) ?? { reviewer: remark.author, marks: new Map<string, Mark>() };
    byAuthor.set(key, known);
    const mark = markOf(series, remark, madeAt);
    if (!known.marks.has(mark.id)) known.marks.set(mark.id, mark);
  }
  return [...byAuthor.values()].map(({ reviewer, marks }) => ({
    ...emptyReview(series),
    reviewer,
    marks: [...marks.values()],
  }));
}

function markOf(series: Series, remark: Remark, madeAt: string): Mark {
  const { text, author, date, mail, answers } = remark;
  const { target, anchor } = placeOf(series, remark);
  return {
    // Not made of the mail's id: the same remark may come by mail, from the clipboard and in a file.
    id: `r${hash(JSON.stringify([bareAddress(author), text, target, anchor.text]))}`,
    target,
    anchor,
    state: 'needs-explanation',
    question: text,
    annotation: null,
    pattern: null,
    deferredTo: null,
    exit: null,
    madeAt: date ?? madeAt,
    ...(answers &&
      answers.length > 0 && {
        remarks: answers.map((answer) => ({
          author: answer.author,
          text: answer.text,
          madeAt: answer.date ?? madeAt,
        })),
      }),
    ...(mail && { mail }),
  };
}

function placeOf(
  series: Series,
  { target, patch, quoted }: Remark,
): { readonly target: MarkTarget; readonly anchor: Anchor } {
  if (target) {
    const analysis = { series, profile: '', patches: [], problems: [] };
    return { target, anchor: makeAnchor(analysis, target) };
  }
  const range = { line: 1, endLine: 1 };
  return {
    target: patch === undefined ? { kind: 'cover', ...range } : { kind: 'message', patch, ...range },
    anchor: { text: quoted, before: [], after: [], item: null, ordinal: 0 },
  };
}
