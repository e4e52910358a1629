import type { Pattern } from '../../catalog/pattern.ts';
import { expressionsOf, type LineExpression } from '../../catalog/expression/lineExpression.ts';
import { type QueryForm, readForm } from '../../catalog/queryForm.ts';
import { readQuery } from '../../catalog/querySource.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';

/** What is looked for in one language to find a pattern. */
export interface PatternForms {
  readonly pattern: Pattern;
  readonly forms: readonly QueryForm[];
  readonly expression: LineExpression | undefined;
  /** 'bad-pattern' for what is not understood and left out. */
  readonly problems: readonly Problem[];
}

/** Reads the queries and the expression of a pattern. */
export function patternForms(pattern: Pattern, language: Language): PatternForms {
  const expressions = expressionsOf(pattern);
  const forms: QueryForm[] = [];
  const problems: Problem[] = [];
  for (const { line, text } of readQuery(pattern.queries[language] ?? '').forms)
    try {
      forms.push(readForm(text, expressions.test));
    } catch (error) {
      problems.push({
        code: 'bad-pattern',
        message: `A part of the query of "${pattern.id}" is left out: ${error instanceof Error ? error.message : String(error)}`,
        at: `${pattern.source}:${(pattern.queryLines[language] ?? 1) + line}`,
      });
    }
  const source = pattern.lexical[language];
  const expression = source === undefined ? undefined : expressions.line(source);
  return { pattern, forms, expression, problems };
}
