import type { Layer, Profile } from '../catalog/profile.ts';
import type { ImagePair } from '../image/image.ts';
import type { Language } from '../patch/language.ts';
import type { FileChange, Patch, Series } from '../patch/series.ts';
import type { Engine } from '../syntax/engine.ts';
import type { WithProblems } from '../problem.ts';
import { describeMatch } from './describeMatch.ts';
import { changesIn } from './diffLines.ts';
import type { Draft, FileDrafts } from './draft.ts';
import type { FileFacts } from './facets/fileFacts.ts';
import type { MovedText } from './facets/movedText.ts';
import { createPhases, type PhaseOf } from './facets/phase.ts';
import { readRegistrations, FUNCTIONS } from './facets/registrations.ts';
import type { FileSide } from './match/fileSide.ts';
import type { Match } from './match/match.ts';
import { type FileMatches, matchFile } from './match/matchFile.ts';
import type { PatternSet } from './match/patternSet.ts';
import { isGenerated } from './profile/isGenerated.ts';
import { layerOf } from './profile/layerOf.ts';
import { replacedBy } from './replacedBy.ts';

/** One file change and what is around it. */
export interface FileJob {
  readonly engine: Engine;
  readonly set: PatternSet;
  readonly profile: Profile;
  readonly series: Series;
  readonly patch: Patch;
  readonly file: FileChange;
  readonly images: ImagePair;
  /** What the patch removes and adds. */
  readonly removed: MovedText;
  readonly added: MovedText;
  /** Place for problems. */
  readonly at: string;
}

/** Matches one file change and computes the facets of what its patch has to do with. Frees all trees before it returns. */
export function annotateFile(job: FileJob): WithProblems<FileDrafts> {
  const { engine, set, profile, file, images } = job;
  const path = file.newPath ?? file.oldPath ?? '';
  const image = images.new.kind === 'none' ? images.old : images.new;
  const layer = layerOf(profile, path);
  const generated = isGenerated(profile, path, image);
  const matches = matchFile(engine, set, { ...job, path, layer, generated }, job.at);
  try {
    const facts = (side: FileSide, other: MovedText): FileFacts => ({
      path,
      layer,
      generated,
      profile,
      language: file.language,
      message: job.patch.message,
      side,
      other,
      phaseOf: phasesOf(profile, layer, file.language, side),
    });
    const ofNew = facts(matches.newSide, job.removed);
    const ofOld = facts(matches.oldSide, job.added);
    const drafts = matches.new.flatMap((match) => describeMatch(match, ofNew) ?? []);
    const removed = matches.old
      .filter((match) => isRemoval(match, matches, file, job.added))
      .flatMap((match) => describeMatch(match, ofOld) ?? []);
    return {
      value: { image: image.kind, layer, generated, drafts: [...drafts, ...removed].sort(byLine) },
      problems: matches.problems,
    };
  } finally {
    matches.delete();
  }
}

/** Phases of a file's functions, read when the first place asks. */
function phasesOf(profile: Profile, layer: Layer, language: Language | undefined, side: FileSide): PhaseOf {
  let phases: PhaseOf | undefined;
  return (functionName, trait, isPublic) => {
    if (language === undefined) return { phase: 'unknown', reason: null };
    phases ??= createPhases(
      profile,
      layer,
      readRegistrations(side.find(FUNCTIONS[language], side.image.kind === 'whole'), side.fragments),
    );
    return phases(functionName, trait, isPublic);
  };
}

/** Taken away, and neither moved within the patch nor replaced by another of its kind. */
function isRemoval(
  match: Match,
  { new: kept, oldSide }: FileMatches,
  file: FileChange,
  added: MovedText,
): boolean {
  const { lines, text } = oldSide;
  if (match.how === 'code') return changesIn(lines, match.line, match.context);
  if (!lines.changed.has(match.line)) return false;
  const own = text(match.line) ?? '';
  if (added.has([own], text(match.line - 1), text(match.line + 1))) return false;
  const { run } = replacedBy(file, match.line);
  return !kept.some(
    ({ pattern, symbol, line }) =>
      pattern.id === match.pattern.id && (run.has(line) || (symbol !== null && symbol === match.symbol)),
  );
}

function byLine({ annotation: a }: Draft, { annotation: b }: Draft): number {
  return a.line - b.line || a.column - b.column || (a.side === b.side ? 0 : a.side === 'old' ? -1 : 1);
}
