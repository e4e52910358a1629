import type { Anchor, Answer, Exit, Mark, MarkMail, MarkRemark, MarkTarget, Review } from './review.ts';

/** The text of a review file: JSON with keys in a fixed order, two spaces, and a final line end, so that it diffs well. */
export function writeReview(review: Review): string {
  const { id, changeId, subject, version } = review.series;
  const file = {
    format: review.format,
    reviewer: review.reviewer,
    series: { id, changeId, subject, version },
    marks: review.marks.map(markData),
    ...(review.answers && review.answers.length > 0 && { answers: review.answers.map(answerData) }),
    ...(review.dismissed && review.dismissed.length > 0 && { dismissed: review.dismissed }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** A mark with its keys in a fixed order, so that equal marks give equal JSON. */
export function markData(mark: Mark): Mark {
  return {
    id: mark.id,
    target: targetData(mark.target),
    anchor: anchorData(mark.anchor),
    state: mark.state,
    question: mark.question,
    annotation: mark.annotation,
    pattern: mark.pattern,
    deferredTo: mark.deferredTo,
    exit: mark.exit && exitData(mark.exit),
    madeAt: mark.madeAt,
    ...(mark.remarks && mark.remarks.length > 0 && { remarks: mark.remarks.map(remarkData) }),
    ...(mark.mail && { mail: mailData(mark.mail) }),
  };
}

function answerData({ question, to, asked, text, madeAt }: Answer): Answer {
  return { question, to, asked, text, madeAt };
}

function mailData({ id, references, subject }: MarkMail): MarkMail {
  return { id, references, subject };
}

function remarkData({ author, text, madeAt }: MarkRemark): MarkRemark {
  return { author, text, madeAt };
}

function exitData({ kind, reason, evidence, version, confirmedAt }: Exit): Exit {
  return { kind, reason, evidence, version, confirmedAt };
}

function targetData(target: MarkTarget): MarkTarget {
  const { line, endLine } = target;
  if (target.kind === 'cover') return { kind: 'cover', line, endLine };
  if (target.kind === 'message') return { kind: 'message', patch: target.patch, line, endLine };
  return { kind: 'lines', patch: target.patch, path: target.path, side: target.side, line, endLine };
}

function anchorData({ text, before, after, item, ordinal }: Anchor): Anchor {
  return { text, before, after, item, ordinal };
}
