import type { Series } from '../../patch/series.ts';
import type { SafetyConditions } from '../annotation.ts';
import { safetySections } from './callees.ts';

/** Looks up what a function asks of its callers in all that the series shows of Rust files, as its last patch leaves it. */
export function seriesConditions(series: Series): (name: string) => SafetyConditions | undefined {
  let found: Map<string, SafetyConditions> | undefined;
  return (name) => (found ??= readSections(series)).get(name);
}

function readSections(series: Series): Map<string, SafetyConditions> {
  const all = new Map<string, SafetyConditions>();
  for (const { files } of series.patches)
    for (const { language, newPath, hunks } of files) {
      if (language !== 'rust' || newPath === null) continue;
      for (const hunk of hunks) {
        const lines = new Map(
          hunk.lines.flatMap(({ newLine, text }) => (newLine === undefined ? [] : [[newLine, text]])),
        );
        for (const [name, section] of safetySections(lines.keys(), (line) => lines.get(line), newPath))
          all.set(name, section);
      }
    }
  return all;
}
