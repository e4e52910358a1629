import type { Pattern } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Series } from '../../patch/series.ts';
import { diffLines, hunkText } from '../diffLines.ts';
import type { PatternSet } from './patternSet.ts';

/** Compiles at once what the files of a series will need, instead of more with each file. */
export function prepareSet(set: PatternSet, series: Series): void {
  const needed: Record<Language, Set<Pattern>> = { rust: new Set(), c: new Set() };
  for (const { files } of series.patches)
    for (const file of files) {
      const { language } = file;
      if (language === undefined) continue;
      for (const side of ['new', 'old'] as const) {
        const cues = side === 'new' ? set.cues(language) : set.removalCues(language);
        const lines = diffLines(file, side);
        for (const range of lines.hunks)
          for (const pattern of cues(hunkText(lines, range))) needed[language].add(pattern);
      }
    }
  if (needed.rust.size > 0) set.compiled('rust', needed.rust);
  if (needed.c.size > 0) set.compiled('c', needed.c);
}
