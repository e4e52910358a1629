import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

const STRATEGY = /^\s*panic\s*=\s*["'](?:abort|unwind)["']/;

/** The panic strategy in `Cargo.toml`; functions are found by the pattern's query. */
export function* panicAcrossFfi({ kind, new: side }: DetectorContext): Iterable<Detection> {
  if (kind !== 'toml') return;
  for (const { line, text } of changedLines(side))
    if (STRATEGY.test(text))
      yield detectionIn(line, text.search(/\S/), text.trimEnd().length, {
        question: 'Which artifacts does this strategy apply to, and what do callers in C see after a panic?',
      });
}
