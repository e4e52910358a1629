import type { Problem } from '../problem.ts';
import type { Engine } from '../syntax/engine.ts';
import type { Pattern } from './pattern.ts';
import { readQuery } from './querySource.ts';

/**
 * Whether the queries of patterns fit the grammars: an unknown type of node or field is a 'bad-pattern' problem with file
 * and line. For patterns that have not been through a build: analysis takes them as they are, and what no node can match it
 * never finds.
 */
export function checkQueries(engine: Engine, patterns: readonly Pattern[]): readonly Problem[] {
  return patterns.flatMap((pattern) =>
    (['rust', 'c'] as const).flatMap((language) =>
      readQuery(pattern.queries[language] ?? '').forms.flatMap(({ line, text }) => {
        try {
          engine.query(language, text).delete();
          return [];
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          return {
            code: 'bad-pattern',
            message,
            at: `${pattern.source}:${(pattern.queryLines[language] ?? 1) + line}`,
          };
        }
      }),
    ),
  );
}
