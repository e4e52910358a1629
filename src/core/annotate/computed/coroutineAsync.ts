import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

/** Marks of C functions that the parser does not see. */
const MARK = /\b(coroutine_fn|coroutine_mixed_fn|no_coroutine_fn|(?:generated_)?co_wrapper\w*)\b/d;

/** C's marks of coroutine functions; calls, and futures in Rust, are found by the query. */
export function* coroutineAsync({ kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind !== 'c') return;
  for (const { line } of changedLines(side)) {
    const [start, end] = MARK.exec(side.code(line) ?? '')?.indices?.[0] ?? [];
    if (start !== undefined && end !== undefined) yield detectionIn(line, start, end);
  }
}
