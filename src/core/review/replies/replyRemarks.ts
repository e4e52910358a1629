import type { Patch, Series } from '../../patch/series.ts';
import type { MarkTarget } from '../review.ts';
import { inlineComments } from './inlineComments.ts';
import { patchLines, placeComment, type PatchLine } from './placeComment.ts';

/** What someone wrote below quoted lines of a posting, at the lines that it is about. */
export interface Remark {
  /** `Name <address>`. */
  readonly author: string;
  /** Message-ID of the mail, with angle brackets, if it has one. */
  readonly messageId: string | undefined;
  readonly text: string;
  /** Undefined when what is quoted is not in this version of the series: the remark is shown all the same. */
  readonly target: MarkTarget | undefined;
  /** The quoted lines above the remark, with their diff markers. */
  readonly quoted: readonly string[];
}

/**
 * The remarks that replies in a thread make on the patches of its series, in order of the thread. A reply to a reply is
 * placed by what it quotes as well as one to the patch itself.
 */
export function replyRemarks(series: Series): readonly Remark[] {
  const replies = series.replies ?? [];
  const parents = new Map(replies.map(({ envelope }) => [envelope.messageId, envelope.inReplyTo]));
  const patches = new Map(series.patches.map((patch) => [patch.envelope?.messageId, patch]));
  return replies.flatMap(({ envelope, author, text }) => {
    let parent = envelope.inReplyTo;
    for (let step = 0; step < MAX_DEPTH && parent !== undefined && !patches.has(parent); step++)
      parent = parents.get(parent);
    const patch = patches.get(parent ?? '');
    if (!patch) return [];
    return placedRemarks(patch, text).map((remark) => ({ ...remark, author, messageId: envelope.messageId }));
  });
}

/** The remarks in a text that quotes a patch, at the lines above them; each is looked for below the one before. */
export function placedRemarks(patch: Patch, text: string): readonly Omit<Remark, 'author' | 'messageId'>[] {
  const lines = patchLines(patch);
  let from = 0;
  return inlineComments(text).map(({ quoted, text: words }) => {
    const at = placeComment(quoted, lines, from);
    const place = at === undefined ? undefined : lines[at];
    if (at !== undefined) from = at;
    const target = place ? lineTarget(patch.id, place) : messageTarget(patch.id, patch.message.body, quoted);
    return { text: words, target, quoted };
  });
}

const MAX_DEPTH = 50;

function lineTarget(patch: string, { file, line }: PatchLine): MarkTarget | undefined {
  const removed = line.kind === 'removed';
  const path = removed ? file.oldPath : file.newPath;
  const number = removed ? line.oldLine : line.newLine;
  if (path === null || number === undefined) return undefined;
  return { kind: 'lines', patch, path, side: removed ? 'old' : 'new', line: number, endLine: number };
}

function messageTarget(
  patch: string,
  body: readonly string[],
  quoted: readonly string[],
): MarkTarget | undefined {
  const last = [...quoted].reverse().find((line) => line.trim() !== '');
  const index = last === undefined ? -1 : body.findIndex((line) => line.trim() === last.trim());
  return index < 0 ? undefined : { kind: 'message', patch, line: index + 1, endLine: index + 1 };
}
