import type { Origin } from '../annotation.ts';
import type { SideLines } from '../diffLines.ts';
import { changesIn } from '../diffLines.ts';
import type { Match } from '../match/match.ts';
import type { MovedText } from './movedText.ts';
import { ownText } from './ownText.ts';
import { squeeze } from './squeeze.ts';

/**
 * What the patch has to do with a place. `lines` are of the place's side, `other` indexes what the patch has on the other
 * side, `text` gives the image's lines.
 *
 * `introduced`: its line is new. `moved`: it stood elsewhere, or here laid out differently. `changed`: a line much like it
 * stood here, or only what it spans is changed. `pre-existing`: nothing of it is changed.
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
  return replacedLines(lines, match.line).some((removed) => alike(own, removed)) ? 'changed' : 'introduced';
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
  const code = ownText(match, text);
  return /[({]/.test(code) && other.hasCode(code);
}

/** What stood where the run of changed lines around `line` stands now. */
export function replacedLines(lines: SideLines, line: number): readonly string[] {
  const removed: string[] = [];
  let first = line;
  while (lines.changed.has(first - 1)) first--;
  for (let at = first; at === first || lines.changed.has(at - 1); at++)
    removed.push(...(lines.before.get(at) ?? []));
  return removed;
}

const ALIKE = 0.6;

/** Shared words in proportion to all words (Dice), words counted once. */
function alike(a: string, b: string): boolean {
  if (squeeze(a) === squeeze(b)) return true;
  const [words, others] = [wordsOf(a), wordsOf(b)];
  if (words.size === 0 || others.size === 0) return false;
  let shared = 0;
  for (const word of words) if (others.has(word)) shared++;
  return (2 * shared) / (words.size + others.size) >= ALIKE;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g) ?? []);
}
