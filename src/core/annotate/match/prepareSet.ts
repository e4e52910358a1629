import type { Pattern } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Series } from '../../patch/series.ts';
import { diffLines } from '../diffLines.ts';
import type { PatternSet } from './patternSet.ts';

/** Compiles at once what the files of a series will need, instead of more with each file. */
export function prepareSet(set: PatternSet, series: Series): void {
  const needed: Record<Language, Set<Pattern>> = { rust: new Set(), c: new Set() };
  for (const { files } of series.patches)
    for (const file of files) {
      const { language } = file;
      if (language === undefined) continue;
      for (const hunk of diffLines(file, 'new').hunks)
        for (const pattern of set.searchedIn(language, hunk)) needed[language].add(pattern);
    }
  if (needed.rust.size > 0) set.compiled('rust', needed.rust);
  if (needed.c.size > 0) set.compiled('c', needed.c);
}
