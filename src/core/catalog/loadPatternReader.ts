import type { readPattern } from './readPattern.ts';

/** Reads one pattern file strictly. */
export type PatternReader = typeof readPattern;

/** The reader of patterns, which is large and loaded only where a repository has patterns of its own. */
export async function loadPatternReader(): Promise<PatternReader> {
  return (await import('./readPattern.ts')).readPattern;
}
