import type { Problem, ProblemCode } from './problem.ts';

/**
 * False where the problem only tells something about what was read: where a file was still looked into as far as its hunks
 * show, or where nothing of Rust or C is concerned.
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

/** Whether annotations may be missing because of this problem. */
export function leavesOut({ code }: Problem): boolean {
  return LEAVES_OUT[code];
}
