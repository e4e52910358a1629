import type { Patch, Series, Side } from '../../patch/series.ts';
import type { Mark, MarkTarget, Review } from '../review.ts';
import { pathOn } from '../targetText.ts';
import { alignTexts, carryRange, type Alignment, type CarriedRange, type Fate } from './carryRange.ts';
import { shownText, wholeText, type KnownText } from './knownText.ts';
import { matchPatches, type PatchMatches } from './matchPatches.ts';
import { movedLines, type MovedLines } from './movedLines.ts';
import { proposalOf, type Proposal } from './proposal.ts';
import { newParagraphs } from './explainingParagraph.ts';
import { explanationFor, proseBetween, type Prose } from './explanationFor.ts';

/** A mark of an earlier version, followed into a later one. */
export interface CarriedMark {
  readonly mark: Mark;
  readonly fate: Fate;
  /** Where it stands now; null when its lines are gone. */
  readonly target: MarkTarget | null;
  /** What the tool proposes as the end of an open question, for the reviewer to confirm; null if nothing answers it. */
  readonly proposal: Proposal | null;
  /** The lines as they were when marked, and as they are now. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * Follows every mark of `review`, made on `from`, into `to`. No mark vanishes: each comes back with a fate, in order.
 * Nothing is closed: what ended a question is only proposed.
 */
export function carryReview(review: Review, from: Series, to: Series): readonly CarriedMark[] {
  const versions = new Versions(from, to);
  return review.marks.map((mark) => {
    const followed = versions.follow(mark.target, mark.anchor.item);
    if (!followed) {
      return { mark, fate: 'gone', target: null, proposal: null, before: mark.anchor.text, after: [] };
    }
    const { range, target, explanation } = followed;
    return {
      mark,
      fate: range.fate,
      target,
      proposal: proposalOf(mark, range, explanation),
      before: range.before,
      after: range.after,
    };
  });
}

interface Followed {
  readonly range: CarriedRange;
  readonly target: MarkTarget | null;
  readonly explanation: string | null;
}

const BEST_FIRST: readonly Fate[] = ['exact', 'moved', 'edited', 'gone'];

/** Two versions, with what marks on the same text share computed once. */
class Versions {
  readonly #from: Series;
  readonly #to: Series;
  readonly #matches: PatchMatches;
  readonly #prose: Prose;
  readonly #moved = new Map<Side, MovedLines>();
  readonly #alignments = new Map<string, Alignment>();

  constructor(from: Series, to: Series) {
    this.#from = from;
    this.#to = to;
    this.#matches = matchPatches(from, to);
    this.#prose = proseBetween(from, to);
  }

  follow(target: MarkTarget, item: string | null): Followed | undefined {
    switch (target.kind) {
      case 'cover':
        return this.#followCover(target.line, target.endLine);
      case 'message':
        return this.#followMessage(target);
      case 'lines':
        return this.#followLines(target, item);
    }
  }

  #followCover(line: number, endLine: number): Followed | undefined {
    const [before, after] = [this.#from.cover?.message.body ?? [], this.#to.cover?.message.body ?? []];
    const range = carryRange(messageAlignment(before, after), NOTHING_MOVED, line, endLine);
    if (!range) return undefined;
    const target: MarkTarget | null = placed(range, (at, end) => ({ kind: 'cover', line: at, endLine: end }));
    return { range, target, explanation: range.fate === 'exact' ? null : newWords(before, after) };
  }

  #followMessage(target: MarkTarget & { readonly kind: 'message' }): Followed | undefined {
    const index = this.#from.patches.findIndex(({ id }) => id === target.patch);
    const before = this.#from.patches[index]?.message.body ?? [];
    if ((this.#matches[index] ?? []).length === 0) return undefined;
    return this.#best(index, (patch) => {
      const after = patch.message.body;
      const range = carryRange(messageAlignment(before, after), NOTHING_MOVED, target.line, target.endLine);
      if (!range) return undefined;
      const place: MarkTarget | null = placed(range, (line, endLine) => ({
        kind: 'message',
        patch: patch.id,
        line,
        endLine,
      }));
      return { range, target: place, explanation: range.fate === 'exact' ? null : newWords(before, after) };
    });
  }

  #followLines(target: MarkTarget & { readonly kind: 'lines' }, item: string | null): Followed | undefined {
    const index = this.#from.patches.findIndex(({ id }) => id === target.patch);
    const source = this.#from.patches[index];
    const file = source?.files.find((candidate) => pathOn(candidate, target.side) === target.path);
    if (!source || !file) return undefined;
    const from = shownText(file, target.side);
    return this.#best(index, (patch) => {
      const to = textIn(patch, target.side, target.path);
      const key = JSON.stringify([index, patch.id, target.side, target.path]);
      const alignment = this.#alignments.get(key) ?? alignTexts(from, to);
      this.#alignments.set(key, alignment);
      const range = carryRange(alignment, this.#movedOn(target.side), target.line, target.endLine);
      if (!range) return undefined;
      const place = placed(range, (line, endLine): MarkTarget => {
        const path = range.path ?? target.path;
        const owner = path === to.path ? patch : (this.#ownerOf(path, target.side, line) ?? patch);
        return { kind: 'lines', patch: owner.id, path, side: target.side, line, endLine };
      });
      return { range, target: place, explanation: explanationFor(range, alignment, this.#prose, item) };
    });
  }

  /** The best answer over the patches that this one became, else over all. */
  #best(index: number, answer: (patch: Patch) => Followed | undefined): Followed | undefined {
    const matched = this.#matches[index] ?? [];
    const candidates = matched.length > 0 ? matched.map(({ to }) => to) : [...this.#to.patches.keys()];
    let best: Followed | undefined;
    for (const candidate of candidates) {
      const patch = this.#to.patches[candidate];
      const found = patch && answer(patch);
      if (found && (!best || rank(found) < rank(best))) best = found;
    }
    return best;
  }

  #movedOn(side: Side): MovedLines {
    const known = this.#moved.get(side);
    if (known) return known;
    const changed = side === 'old' ? 'removed' : 'added';
    const made = movedLines(
      this.#to.patches.flatMap(({ files }, index) =>
        files.map((file) => {
          const kinds = file.hunks.flatMap(({ lines }) =>
            lines.filter((line) => (side === 'old' ? line.oldLine : line.newLine) !== undefined),
          );
          const text = shownText(file, side);
          const known = this.#knownIn(index, text, side);
          return { text, isNew: (at: number) => kinds[at]?.kind === changed && !known.has(at) };
        }),
      ),
    );
    this.#moved.set(side, made);
    return made;
  }

  /** Indices of the lines that a patch has of the ones that became it. */
  #knownIn(index: number, text: KnownText, side: Side): ReadonlySet<number> {
    const known = new Set<number>();
    for (const [from, matches] of this.#matches.entries()) {
      const source = this.#from.patches[from];
      if (!source || !matches.some(({ to }) => to === index)) continue;
      for (const at of alignTexts(textIn(source, side, text.path), text).kept) known.add(at);
    }
    return known;
  }

  #ownerOf(path: string, side: Side, line: number): Patch | undefined {
    return this.#to.patches.find(({ files }) =>
      files.some(
        (file) =>
          pathOn(file, side) === path && shownText(file, side).lines.some((shown) => shown.line === line),
      ),
    );
  }
}

const NOTHING_MOVED: MovedLines = { find: () => undefined };

function rank({ range }: Followed): number {
  return BEST_FIRST.indexOf(range.fate);
}

function placed(
  { line, endLine }: CarriedRange,
  make: (line: number, endLine: number) => MarkTarget,
): MarkTarget | null {
  return line === null || endLine === null ? null : make(line, endLine);
}

function messageAlignment(before: readonly string[], after: readonly string[]): Alignment {
  return alignTexts(wholeText('message', before), wholeText('message', after));
}

function newWords(before: readonly string[], after: readonly string[]): string | null {
  return newParagraphs(before, after)[0] ?? null;
}

/** What a patch shows of a file; of the file that it was renamed to or from if the path itself is not touched. */
function textIn(patch: Patch, side: Side, path: string): KnownText {
  const file =
    patch.files.find((candidate) => pathOn(candidate, side) === path) ??
    patch.files.find((candidate) => pathOn(candidate, 'old') === path || pathOn(candidate, 'new') === path);
  return file ? shownText(file, side) : { path, lines: [] };
}
