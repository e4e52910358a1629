import type { Origin } from '../annotation.ts';
import type { SideLines } from '../diffLines.ts';
import { changesIn } from '../diffLines.ts';
import type { Match } from '../match/match.ts';
import type { MovedText } from './movedText.ts';
import { ownText } from './ownText.ts';
import { unwrapped } from './squeeze.ts';

/**
 * What the patch has to do with a place. `lines` are of the place's side, `other` indexes what the patch has on the other
 * side, `text` gives the image's lines.
 *
 * `introduced`: its line is new. `moved`: it stood elsewhere, or here laid out differently. `changed`: a line much like it
 * stood here, or its parts did, or its item stood elsewhere, or only what it spans is changed. `pre-existing`: nothing of it
 * is changed.
 */
export function originOf(
  match: Match,
  lines: SideLines,
  other: MovedText,
  text: (line: number) => string | undefined,
): Exclude<Origin, 'addressed-later'> {
  if (!changesIn(lines, match.line, match.context)) return 'pre-existing';
  if (!lines.changed.has(match.line)) return 'changed';
  if (isMoved(match, lines, other, text)) return 'moved';
  const own = text(match.line) ?? '';
  const isOld = other.declares(own) || stoodHere(own, ownText(match, text), lines, match.line);
  return isOld ? 'changed' : 'introduced';
}

function isMoved(
  match: Match,
  lines: SideLines,
  other: MovedText,
  text: (line: number) => string | undefined,
): boolean {
  const changed = (at: number): string | undefined => (lines.changed.has(at) ? text(at) : undefined);
  const { line, endLine } = match;
  const own: string[] = [];
  for (let at = line; at <= endLine; at++) {
    const here = text(at);
    if (here !== undefined) own.push(here);
  }
  if (other.has(own, changed(line - 1), changed(endLine + 1))) return true;
  const gone = replacedLines(lines, line);
  const [exact, whole] = [ownText(match, text), own.join('\n').trim()];
  // A line that goes on is more than what it shows.
  const parts = [exact, isWhole(whole) ? whole : ''];
  return parts.some(
    (code) =>
      (/[({]/.test(code) && (other.hasCode(code) || isKept(code, gone))) ||
      (code === whole && isKept(code, gone)),
  );
}

/** The code ends here, and not in the middle of a list. */
function isWhole(code: string): boolean {
  if (!/[;,)}\]{]$/.test(code)) return false;
  return !code.endsWith(',') || code.split('(').length === code.split(')').length;
}

/** Shorter code than what counts anywhere in a patch, where it is certain that it stood at this very place. */
const SHORT = 12;

function isKept(code: string, removed: readonly string[]): boolean {
  const laidOut = unwrapped(code).replace(/,$/, '');
  return laidOut.length >= SHORT && unwrapped(removed.join('\n')).includes(laidOut);
}

/** A run of changed lines, from its first line on, and what stood there. */
interface Run {
  readonly first: number;
  readonly length: number;
  readonly removed: readonly string[];
}

function runAt(lines: SideLines, line: number): Run {
  const removed: string[] = [];
  let first = line;
  while (lines.changed.has(first - 1)) first--;
  let at = first;
  for (; at === first || lines.changed.has(at - 1); at++) removed.push(...(lines.before.get(at) ?? []));
  return { first, length: at - first - 1, removed };
}

/** What stood where the run of changed lines around `line` stands now. */
export function replacedLines(lines: SideLines, line: number): readonly string[] {
  return runAt(lines, line).removed;
}

/** Shared words in proportion to all words; the second for a line that has the very words that a place is about. */
const ALIKE = { line: 0.6, withAnchor: 0.5 };
/** For the line that stood at the same place of as many lines, compared by the parts of words. */
const TWIN = 0.5;
/** Of a line's words those that stood here on any line, and how many words that tells for. */
const SCATTERED = { share: 0.8, words: 5 };

function stoodHere(own: string, anchor: string, lines: SideLines, line: number): boolean {
  const { first, length, removed } = runAt(lines, line);
  const alike = (other: string): boolean =>
    likeness(wordsOf(own), wordsOf(other)) >= (other.includes(anchor) ? ALIKE.withAnchor : ALIKE.line);
  if (removed.some(alike)) return true;
  const twin = removed.length === length ? removed[line - first] : undefined;
  if (twin !== undefined && likeness(partsOf(own), partsOf(twin)) >= TWIN) return true;
  const [words, gone] = [wordsOf(own), wordsOf(removed.join('\n'))];
  const kept = [...words].filter((word) => gone.has(word)).length;
  return words.size >= SCATTERED.words && kept / words.size >= SCATTERED.share;
}

/** Dice: what two sets share in proportion to all that they hold. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return (2 * shared) / Math.max(a.size + b.size, 1);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g) ?? []);
}

/** `char_backend: CharBackend` has the parts `char` and `backend`. */
function partsOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((part) => part.toLowerCase()));
}
