import type { FileAnnotations } from './annotate/annotation.ts';
import type { HouseNote } from './catalog/houseRule.ts';
import type { Series } from './patch/series.ts';
import type { Problem } from './problem.ts';

/** A series with everything found in it. */
export interface Analysis {
  readonly series: Series;
  /** Id of the profile used. */
  readonly profile: string;
  /** Parallel to `series.patches`, and inside to `files`. */
  readonly patches: readonly { readonly files: readonly FileAnnotations[] }[];
  /** What the project expects beside the code and was not found; absent where no profile was asked. */
  readonly houseNotes?: readonly HouseNote[];
  /** Everything not read, not parsed, not resolved or cut off, from reading to annotating. */
  readonly problems: readonly Problem[];
}
