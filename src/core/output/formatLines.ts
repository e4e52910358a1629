import type { Analysis } from '../analysis.ts';
import { facetWords } from './facetWords.ts';
import { listedAnnotations } from './listedAnnotations.ts';
import { visibleText } from './visibleText.ts';

/**
 * One line for each annotation, `path:line:column: text`, as compilers print them: for editors that jump to such lines and
 * for `b4.prep-perpatch-check-cmd`. Nothing at all when nothing asks for a look. Lines and columns are 1-based, in the file
 * as the patch leaves it, or as it was for what the patch removes.
 */
export function formatLines(analysis: Analysis, options: { readonly notes: boolean }): string {
  return listedAnnotations(analysis, options)
    .map(({ path, annotation }) => {
      const { side, line, column, attention, title, question, facets } = annotation;
      const facts = [...(side === 'old' ? ['removed'] : []), ...facetWords(facets)].join(' · ');
      const words = `${visibleText(title)} — ${visibleText(question)}`;
      return `${visibleText(path)}:${line}:${column}: [${attention}] ${words} (${facts})\n`;
    })
    .join('');
}
