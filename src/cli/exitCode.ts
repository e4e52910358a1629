import type { Analysis } from '../core/analysis.ts';
import type { Annotation } from '../core/annotate/annotation.ts';
import { leavesOut } from '../core/leavesOut.ts';
import { asksForLook } from '../core/review/asksForLook.ts';
import type { FailOn } from './options.ts';

/** Exit statuses; `--help` and the README say the same in words. */
export const EXIT = { nothing: 0, look: 1, usage: 2, partial: 3, failed: 4 } as const;

/** Exit status after a check. A partial scan is never 0 and never 1. */
export function exitCodeOf(analysis: Analysis, failOn: FailOn): number {
  if (analysis.problems.some(leavesOut)) return EXIT.partial;
  const fails = analysis.patches.some(({ files }) =>
    files.some(({ annotations }) => annotations.some((annotation) => failsOn(annotation, failOn))),
  );
  return fails ? EXIT.look : EXIT.nothing;
}

function failsOn(annotation: Annotation, failOn: FailOn): boolean {
  switch (failOn) {
    case 'check':
      return asksForLook(annotation);
    case 'look-first':
      return asksForLook(annotation) && annotation.attention === 'look-first';
    case 'never':
      return false;
  }
}
