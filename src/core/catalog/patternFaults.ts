import type { Problem } from '../problem.ts';

/** Collects the faults of one pattern file, each with its 1-based line. */
export interface PatternFaults {
  readonly problems: readonly Problem[];
  add(line: number, message: string): void;
}

export function patternFaults(source: string): PatternFaults {
  const problems: Problem[] = [];
  return {
    problems,
    add: (line, message) => problems.push({ code: 'bad-pattern', message, at: `${source}:${line}` }),
  };
}
