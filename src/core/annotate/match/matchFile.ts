import { fileKindOf } from '../../catalog/fileKind.ts';
import type { ImagePair } from '../../image/image.ts';
import type { Problem } from '../../problem.ts';
import type { DetectorContext } from '../computed/detector.ts';
import { type FileSide, fileSide } from './fileSide.ts';
import { detectMatches, findMatches, inOrder } from './findMatches.ts';
import type { Match } from './match.ts';
import type { PatternSet } from './patternSet.ts';

/** Everything the patterns find in one file change. Owned by whoever asked: call `delete()` when the nodes are read. */
export interface FileMatches {
  /** On shown lines of the new side, changed or not. */
  readonly new: readonly Match[];
  /** On shown lines of the old side, of patterns whose removal is worth a note. */
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
export function matchFile(set: PatternSet, input: FileInput, at: string): FileMatches {
  const { file, images } = input;
  const newSide = fileSide(set, file.language, file, images.new);
  const oldSide = fileSide(set, file.language, file, images.old);
  const found = file.language === undefined ? NOTHING : findMatches(set, file.language, newSide, at);
  const kind = fileKindOf(input.path);
  const context: DetectorContext = { ...input, kind, new: newSide, old: oldSide, matches: found.matches };
  const detected = detectMatches(set.detectors(kind), context);
  return {
    new: inOrder([...found.matches, ...detected.filter(({ side }) => side === 'new')]),
    old: inOrder([...removed(set, input, oldSide, at), ...detected.filter(({ side }) => side === 'old')]),
    newSide,
    oldSide,
    problems: found.problems,
    delete() {
      newSide.delete();
      oldSide.delete();
    },
  };
}

const NOTHING = { matches: [], problems: [] };

/** Not parsed unless something is taken away that such a pattern may be about. */
function removed(set: PatternSet, { file }: FileInput, side: FileSide, at: string): readonly Match[] {
  if (file.language === undefined || side.lines.changed.size === 0) return [];
  const watched = set.watchedForRemoval(file.language);
  const mentioned = [...side.lines.changed].some((line) => watched.test(side.text(line) ?? ''));
  if (!mentioned) return [];
  return findMatches(set, file.language, side, at).matches.filter(({ pattern }) => pattern.onRemoval);
}
