import { changedLines } from './changedLines.ts';
import { detectionIn } from './detectionAt.ts';
import type { Detection, DetectorSide } from './detector.ts';

/** Every match of `pattern` (flags `dg`) on the changed lines; its group `anchor`, else the whole match, is the place. */
export function* matchingLines(side: DetectorSide, pattern: RegExp, question?: string): Iterable<Detection> {
  for (const { line, text } of changedLines(side))
    for (const found of text.matchAll(pattern)) {
      const [start, end] = found.indices?.groups?.['anchor'] ?? found.indices?.[0] ?? [];
      if (start !== undefined && end !== undefined)
        yield detectionIn(line, start, end, question === undefined ? {} : { question });
    }
}
