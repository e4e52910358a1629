import type { Detection, DetectorContext } from './detector.ts';
import { doubtfulComments } from './safety/doubtfulComments.ts';
import { needlessSafety } from './safety/needlessSafety.ts';
import { oddTags } from './safety/oddTags.ts';

/** Safety comments that do not justify the code they stand at, each with the question that it leaves open. */
export function* safetyCommentMismatch(context: DetectorContext): Iterable<Detection> {
  if (context.generated) return;
  yield* doubtfulComments(context);
  yield* needlessSafety(context);
  yield* oddTags(context);
}
