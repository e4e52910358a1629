import type { Analysis } from './analysis.ts';
import { annotateFile } from './annotate/annotateFile.ts';
import type { FileDrafts } from './annotate/draft.ts';
import { movedText } from './annotate/facets/movedText.ts';
import { finishSeries } from './annotate/finishSeries.ts';
import { patternSet, type PatternSet } from './annotate/match/patternSet.ts';
import { chooseProfile } from './annotate/profile/chooseProfile.ts';
import { houseNotes } from './annotate/profile/houseNotes.ts';
import type { Catalog } from './catalog/catalog.ts';
import type { Profile } from './catalog/profile.ts';
import { createImages, type Images } from './image/createImages.ts';
import type { FileChange, Patch, Series } from './patch/series.ts';
import type { BlobStore, Cancellation } from './ports.ts';
import type { Problem, WithProblems } from './problem.ts';
import type { Engine } from './syntax/engine.ts';

export interface AnalyzeOptions {
  /** Repository whose blobs make images whole. */
  readonly blobs?: BlobStore;
  /** Profile id; recognised from the series when absent. */
  readonly profile?: string;
  readonly cancellation?: Cancellation;
  /** Called after each patch, for progress: patches done so far. */
  readonly onProgress?: (done: number) => void;
  /** Awaited after each patch: lets whatever else waits for the thread run, such as a wish to cancel. */
  readonly breathe?: () => Promise<void>;
}

/**
 * Annotates a series, file by file; between files other work may run. Problems of reading are handed through, so that one
 * list says all that is missing; a cancelled run ends at a file, with what it has and a 'cancelled' problem.
 */
export async function analyze(
  engine: Engine,
  catalog: Catalog,
  series: WithProblems<Series>,
  options: AnalyzeOptions = {},
): Promise<Analysis> {
  const { value, problems: reading } = series;
  const profile = chooseProfile(catalog.profiles, value, options.profile);
  if (!profile) throw new Error('the catalogue has no profiles');
  const set = patternSet(catalog.patterns);
  const images = createImages({ blobs: options.blobs, baseCommit: value.baseCommit });
  const problems: Problem[] = [...reading];
  const drafts: (readonly FileDrafts[])[] = [];
  for (const patch of value.patches) {
    const found = await annotatePatch(
      { engine, set, profile, series: value, images },
      patch,
      options.cancellation,
    );
    drafts.push(found.value);
    problems.push(...found.problems);
    if (isCancelled(options.cancellation)) break;
    options.onProgress?.(drafts.length);
    await options.breathe?.();
  }
  problems.push(...set.problems());
  if (isCancelled(options.cancellation))
    problems.push({
      code: 'cancelled',
      message: 'The analysis was stopped; what is missing was not looked at.',
      at: value.subject,
    });
  return {
    series: value,
    profile: profile.id,
    patches: finishSeries(value, drafts),
    houseNotes: houseNotes(value, profile),
    problems,
  };
}

interface Setting {
  readonly engine: Engine;
  readonly set: PatternSet;
  readonly profile: Profile;
  readonly series: Series;
  readonly images: Images;
}

async function annotatePatch(
  setting: Setting,
  patch: Patch,
  cancellation: Cancellation | undefined,
): Promise<WithProblems<readonly FileDrafts[]>> {
  const drafts: FileDrafts[] = [];
  const problems: Problem[] = [];
  const [removed, added] = [movedText(patch, 'old'), movedText(patch, 'new')];
  for (const file of patch.files) {
    if (isCancelled(cancellation)) break;
    const at = placeOf(patch, file);
    const images = await setting.images.of(file, at);
    const found = annotateFile({ ...setting, patch, file, images: images.value, removed, added, at });
    drafts.push(found.value);
    problems.push(...images.problems, ...found.problems);
  }
  return { value: drafts, problems };
}

function placeOf(patch: Patch, file: FileChange): string {
  return `patch ${patch.position}, ${file.newPath ?? file.oldPath ?? ''}`;
}

/** Asked anew each time: it changes while files are read. */
function isCancelled(cancellation: Cancellation | undefined): boolean {
  return cancellation?.cancelled ?? false;
}
