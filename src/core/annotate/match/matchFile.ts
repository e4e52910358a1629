import { fileKindOf } from '../../catalog/fileKind.ts';
import { CATEGORIES, type Pattern } from '../../catalog/pattern.ts';
import type { ImagePair } from '../../image/image.ts';
import type { Problem } from '../../problem.ts';
import type { Engine } from '../../syntax/engine.ts';
import type { DetectorContext } from '../computed/detector.ts';
import { detectMatches } from './detectMatches.ts';
import { type FileSide, fileSide } from './fileSide.ts';
import { findMatches, type Matches } from './findMatches.ts';
import type { Match } from './match.ts';
import type { PatternSet } from './patternSet.ts';

/** Everything the patterns find in one file change. Owned by whoever asked: call `delete()` when the nodes are read. */
export interface FileMatches {
  /** On shown lines of the new side, changed or not, in order. */
  readonly new: readonly Match[];
  /** On shown lines of the old side, of patterns whose removal is worth a note, and of detectors. */
  readonly old: readonly Match[];
  readonly newSide: FileSide;
  readonly oldSide: FileSide;
  readonly problems: readonly Problem[];
  readonly delete: () => void;
}

export type FileInput = Pick<
  DetectorContext,
  'series' | 'patch' | 'file' | 'path' | 'layer' | 'generated' | 'profile'
> & { readonly images: ImagePair };

/** Matches both sides of a file change. `at` is its place for problems. */
export function matchFile(engine: Engine, set: PatternSet, input: FileInput, at: string): FileMatches {
  const { file, images } = input;
  const { language } = file;
  const mayMatch = (text: string): boolean => set.cues('rust')(text).size > 0;
  const newSide = fileSide(engine, language, file, images.new, mayMatch);
  const oldSide = fileSide(engine, language, file, images.old, mayMatch);
  const find = (side: FileSide, what: 'all' | 'removed'): Matches =>
    language ? findMatches(set, language, side, what, at) : NOTHING;
  const found = find(newSide, 'all');
  const removed = find(oldSide, 'removed');
  const kind = fileKindOf(input.path);
  const context: DetectorContext = { ...input, kind, new: newSide, old: oldSide, matches: found.matches };
  const detected = detectMatches(set, context);
  return {
    new: inOrder([...found.matches, ...detected.filter(({ side }) => side === 'new')]),
    old: inOrder([...removed.matches, ...detected.filter(({ side }) => side === 'old')]),
    newSide,
    oldSide,
    // What of the old side cannot be parsed is gone: no problem of this patch.
    problems: found.problems,
    delete() {
      newSide.delete();
      oldSide.delete();
    },
  };
}

const NOTHING: Matches = { matches: [], problems: [] };

/**
 * Sorts by place, then as in the catalogue, and keeps the first find of each pattern at each place: queries before
 * expressions before detectors.
 */
function inOrder(matches: readonly Match[]): readonly Match[] {
  const found = new Map<string, Match>();
  for (const match of matches) {
    const key = `${match.pattern.id} ${match.line} ${match.column}`;
    if (!found.has(key)) found.set(key, match);
  }
  return [...found.values()].sort(
    (a, b) => a.line - b.line || a.column - b.column || byCatalogue(a.pattern, b.pattern),
  );
}

function byCatalogue(a: Pattern, b: Pattern): number {
  const categories = CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category);
  return categories === 0 ? (a.id < b.id ? -1 : 1) : categories;
}
