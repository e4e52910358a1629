import type { Anchor, Mark, Review } from '../review.ts';
import type { CarriedMark } from './carryReview.ts';
import { findAnchor, type FoundAnchor } from './findAnchor.ts';
import { wholeText, type KnownText } from './knownText.ts';
import { movedLines } from './movedLines.ts';
import { explainingParagraph, proseOf } from './explainingParagraph.ts';
import { newExplanation } from './newExplanation.ts';
import { proposalOf } from './proposal.ts';
import { newLinesOf, textOf, type Version } from './version.ts';

/**
 * Follows the marks of a review into a version of which no earlier one is at hand, by what their anchors remember. As with
 * `carryReview` no mark vanishes and nothing is closed.
 */
export async function carryAnchors(review: Review, to: Version): Promise<readonly CarriedMark[]> {
  const carried: CarriedMark[] = [];
  for (const mark of review.marks) carried.push(await carryAnchor(mark, to));
  return carried;
}

async function carryAnchor(mark: Mark, to: Version): Promise<CarriedMark> {
  const { anchor, target } = mark;
  const gone: CarriedMark = {
    mark,
    fate: 'gone',
    target: null,
    proposal: null,
    before: anchor.text,
    after: [],
  };
  if (target.kind !== 'lines') return messageAnchor(mark, to) ?? gone;

  const text = await fileOf(target.path, target.side, to);
  const found = findAnchor(anchor, text, await newLinesOf(undefined, to, target.side));
  if (!found) return text.lines.length === 0 ? gone : { ...gone, proposal: rewritten(mark) };
  const { line, endLine, path, fate, after } = found.range;
  const patch = path === null ? undefined : ownerOf(path, to);
  const place =
    path === null || line === null || endLine === null
      ? null
      : { ...target, patch: patch?.id ?? target.patch, path, line, endLine };
  const proposal = proposalOf(mark, found.range, explanation(found, anchor, to));
  return { mark, fate, target: place, proposal, before: anchor.text, after };
}

function rewritten(mark: Mark): CarriedMark['proposal'] {
  return mark.state === 'needs-explanation' && mark.exit === null
    ? { kind: 'rewritten', evidence: '' }
    : null;
}

function explanation({ range, alignment }: FoundAnchor, anchor: Anchor, to: Version): string | null {
  if (
    range.line !== null &&
    range.endLine !== null &&
    range.path === alignment.to.path &&
    !range.isReplaced
  ) {
    const comment = newExplanation(alignment, range.line, range.endLine);
    if (comment !== null) return comment;
  }
  return explainingParagraph([], proseOf(to.series), anchor.text, anchor.item);
}

/** The file of that path, else the one it was renamed to. */
async function fileOf(path: string, side: 'old' | 'new', to: Version): Promise<KnownText> {
  const same = await textOf(to, path, side);
  if (same.lines.length > 0) return same;
  const renamed = to.series.patches
    .flatMap(({ files }) => files)
    .find((file) => file.oldPath === path)?.newPath;
  return renamed === undefined || renamed === null ? same : textOf(to, renamed, side);
}

function ownerOf(path: string, { series }: Version) {
  return series.patches.find(({ files }) =>
    files.some((file) => file.newPath === path || file.oldPath === path),
  );
}

/** A mark on a message or cover letter, found in whichever message has its lines. */
function messageAnchor(mark: Mark, { series }: Version): CarriedMark | undefined {
  const { anchor, target } = mark;
  const bodies =
    target.kind === 'cover'
      ? [{ patch: '', body: series.cover?.message.body ?? [] }]
      : series.patches.map(({ id, message }) => ({ patch: id, body: message.body }));
  for (const { patch, body } of bodies) {
    const found = findAnchor(anchor, wholeText('message', body), movedLines([]));
    if (!found) continue;
    const { fate, line, endLine, after } = found.range;
    if (line === null || endLine === null) continue;
    const place =
      target.kind === 'cover'
        ? ({ kind: 'cover', line, endLine } as const)
        : ({ kind: 'message', patch, line, endLine } as const);
    return {
      mark,
      fate,
      target: place,
      proposal: proposalOf(mark, found.range, null),
      before: anchor.text,
      after,
    };
  }
  return undefined;
}
