import type { Mark } from '../review/review.ts';
import type { QuotableLine } from './quotable.ts';
import { visibleText } from './visibleText.ts';
import { wrapText } from './wrapText.ts';

/** How many lines are kept above the lines that a question is about. */
const CONTEXT_ABOVE = 5;
/** Columns of what the reviewer says. */
export const TEXT_WIDTH = 72;

/** A quote with the questions in it, and the questions whose lines are not among those quoted. */
interface Quote {
  readonly text: readonly string[];
  readonly unplaced: readonly Mark[];
}

/**
 * Quotes what the questions are about: every line of each marked range, a few above it within the same hunk or message,
 * the headers that tell file and place, and `[...]` where lines are left out. Each question stands below its last line.
 */
export function trimmedQuote(lines: readonly QuotableLine[], questions: readonly Mark[]): Quote {
  const kept = new Set<number>();
  const below = new Map<number, Mark[]>();
  const unplaced: Mark[] = [];
  for (const mark of questions) {
    const covered = [...lines.keys()].filter((index) => lines[index]?.covered(mark.target));
    const last = covered.at(-1);
    if (last === undefined) {
      unplaced.push(mark);
      continue;
    }
    for (const index of wholeRange(lines, covered)) keepWithContext(lines, index, kept);
    below.set(last, [...(below.get(last) ?? []), mark]);
  }
  return { text: quoteKept(lines, kept, below), unplaced };
}

/** The covered lines and those between them in the same section: lines of the other side that stand among them. */
function wholeRange(lines: readonly QuotableLine[], covered: readonly number[]): readonly number[] {
  const range: number[] = [];
  for (const [at, index] of covered.entries()) {
    const before = covered[at - 1];
    if (before !== undefined && lines[before]?.section === lines[index]?.section)
      for (let between = before + 1; between < index; between++) range.push(between);
    range.push(index);
  }
  return range;
}

function keepWithContext(lines: readonly QuotableLine[], index: number, kept: Set<number>): void {
  const line = lines[index];
  if (!line) return;
  for (const needed of line.needs) kept.add(needed);
  for (let above = Math.max(line.section, index - CONTEXT_ABOVE); above <= index; above++) kept.add(above);
}

function quoteKept(
  lines: readonly QuotableLine[],
  kept: ReadonlySet<number>,
  below: ReadonlyMap<number, readonly Mark[]>,
): readonly string[] {
  const text: string[] = [];
  let next = 0;
  for (const index of [...kept].sort((a, b) => a - b)) {
    if (index > next) text.push('> [...]');
    text.push(`> ${visibleText(lines[index]?.text ?? '')}`.trimEnd());
    const questions = below.get(index) ?? [];
    for (const mark of questions) text.push('', ...questionText(mark));
    if (questions.length > 0) text.push('');
    next = index + 1;
  }
  return text;
}

/** The wrapped question of a mark; a mark without words asks for an explanation all the same. */
export function questionText(mark: Mark): readonly string[] {
  const question = mark.question.trim() === '' ? 'Could you explain this?' : mark.question;
  return wrapText(question, TEXT_WIDTH).map(visibleText);
}
