import type { Message, Patch } from '../../patch/series.ts';
import type { MarkTarget } from '../review.ts';
import { patchLines, placeComment, type PatchLine } from './placeComment.ts';
import { replyParts, type ReplyPart } from './replyParts.ts';

/** What a reply answers: a patch, or the cover letter. */
export interface Answered {
  /** Undefined for the cover letter. */
  readonly patch: Patch | undefined;
  readonly message: Message;
}

/** Words of a reply at the lines that they are about. */
export interface PlacedWords {
  readonly text: string;
  readonly target: MarkTarget | undefined;
  readonly quoted: readonly string[];
}

/** The words in a text that quotes a patch, at the lines above them. */
export function placedRemarks(patch: Patch, text: string): readonly PlacedWords[] {
  const place = placer({ patch, message: patch.message });
  return replyParts(text).map(place);
}

/**
 * Finds what the parts of one reply are about, in their order: each is looked for below the one before, and if it is not
 * there, anywhere. Lines that were quoted more than once are read without all their markers.
 */
export function placer({ patch, message }: Answered): (part: ReplyPart) => PlacedWords {
  const lines = patch ? patchLines(patch) : [];
  let from = 0;
  return ({ text, quoted }) => {
    const once = quoted.filter(({ depth }) => depth === 1).map((line) => line.text);
    const deeper = quoted.filter(({ depth }) => depth > 1).map((line) => line.text);
    for (const candidate of quoted.at(-1)?.depth === 1 ? [once, deeper] : [deeper, once]) {
      const at = placeComment(candidate, lines, from) ?? placeComment(candidate, lines, 0);
      const place = at === undefined ? undefined : lines[at];
      const target =
        place && patch ? lineTarget(patch.id, place) : messageTarget(patch?.id, message, candidate);
      if (!target) continue;
      if (at !== undefined) from = at;
      return { text, target, quoted: candidate };
    }
    return { text, target: undefined, quoted: quoted.map((line) => line.text) };
  };
}

function lineTarget(patch: string, { file, line }: PatchLine): MarkTarget | undefined {
  const removed = line.kind === 'removed';
  const path = removed ? file.oldPath : file.newPath;
  const number = removed ? line.oldLine : line.newLine;
  if (path === null || number === undefined) return undefined;
  return { kind: 'lines', patch, path, side: removed ? 'old' : 'new', line: number, endLine: number };
}

function messageTarget(
  patch: string | undefined,
  { body }: Message,
  quoted: readonly string[],
): MarkTarget | undefined {
  const last = [...quoted]
    .reverse()
    .find((line) => line.trim() !== '')
    ?.trim();
  const index = last === undefined ? -1 : body.findIndex((line) => line.trim() === last);
  if (index < 0) return undefined;
  const range = { line: index + 1, endLine: index + 1 };
  return patch === undefined ? { kind: 'cover', ...range } : { kind: 'message', patch, ...range };
}
