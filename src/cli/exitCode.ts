import type { Analysis } from '../core/analysis.ts';
import type { Problem, ProblemCode } from '../core/problem.ts';
import { asksForLook } from '../core/review/asksForLook.ts';

/** Exit statuses; `--help` and the README say the same in words. */
export const EXIT = { nothing: 0, look: 1, usage: 2, partial: 3, failed: 4 } as const;

/**
 * Whether annotations may be missing because of a problem. False where the problem only tells something about what was
 * read: where a file was still looked into as far as its hunks show, or where nothing of Rust or C is concerned.
 */
const LEAVES_OUT: Record<ProblemCode, boolean> = {
  'unreadable-input': true,
  'no-patch-found': true,
  'truncated-mail': true,
  'unknown-charset': true,
  'undecodable-mail': true,
  'format-flowed': true,
  'missing-patch': true,
  'duplicate-patch': false,
  'several-series': false,
  'mail-ignored': false,
  'hunk-count': true,
  'hunk-garbage': true,
  'combined-diff': true,
  'binary-file': false,
  'unsafe-path': true,
  'forged-header': true,
  'hidden-characters': false,
  'parse-diff-disagrees': true,
  'image-mismatch': false,
  'image-unavailable': false,
  'parse-error': true,
  'file-too-large': true,
  'query-limit': true,
  'bad-pattern': true,
  'bad-profile': true,
  'git-missing': true,
  'git-failed': true,
  cancelled: true,
  'bad-review-file': true,
  'review-conflict': true,
};

/** Exit status after a check. A partial scan is never 0 and never 1. */
export function exitCodeOf(analysis: Analysis): number {
  if (leavesOut(analysis.problems)) return EXIT.partial;
  const asks = analysis.patches.some(({ files }) =>
    files.some(({ annotations }) => annotations.some(asksForLook)),
  );
  return asks ? EXIT.look : EXIT.nothing;
}

function leavesOut(problems: readonly Problem[]): boolean {
  return problems.some(({ code }) => LEAVES_OUT[code]);
}
