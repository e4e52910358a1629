import type { DetectorSide } from './detector.ts';

/** A line that a detector of unparsed files reads. */
export interface ChangedLine {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

/** The changed lines of one side, as they stand. */
export function* changedLines({ lines }: DetectorSide): Iterable<ChangedLine> {
  for (const [line, text] of lines.text) if (lines.changed.has(line)) yield { line, text };
}
