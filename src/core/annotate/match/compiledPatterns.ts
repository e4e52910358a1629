import type { Pattern } from '../../catalog/pattern.ts';
import { type QueryPredicate, splitForm } from '../../catalog/queryPredicate.ts';
import { readQuery } from '../../catalog/querySource.ts';
import type { Language } from '../../patch/language.ts';
import type { Problem } from '../../problem.ts';
import type { Engine, Query } from '../../syntax/engine.ts';

/** Patterns that share one form of a query: found together, told apart by their predicates. */
export interface Candidate {
  readonly pattern: Pattern;
  readonly predicates: readonly QueryPredicate[];
}

/** What Rust's grammar leaves as tokens: arguments of macro calls and right sides of rules. */
const MACRO_TOKENS = [
  '(macro_invocation macro: (_) @macro (token_tree) @tokens)',
  '(macro_rule right: (token_tree) @tokens)',
];

/** Patterns of one language, ready to run. */
export interface CompiledPatterns {
  readonly patterns: ReadonlySet<Pattern>;
  readonly query: Query;
  /** By the query's pattern index; further ones capture the `@tokens` of a `@macro`. */
  readonly candidates: readonly (readonly Candidate[])[];
  readonly lexical: readonly { readonly pattern: Pattern; readonly regex: RegExp }[];
  /** 'bad-pattern' for what could not be compiled and is left out. */
  readonly problems: readonly Problem[];
}

/**
 * Compiles the patterns of a language into one query: separate ones cost a walk of the tree each. Equal forms become one,
 * and their predicates run here, once per match, instead of in the query.
 */
export function compilePatterns(
  engine: Engine,
  patterns: ReadonlySet<Pattern>,
  language: Language,
): CompiledPatterns {
  const problems: Problem[] = [];
  const forms = new Map<string, Candidate[]>();
  for (const pattern of patterns)
    for (const { line, text } of readQuery(pattern.queries[language] ?? '').forms) {
      try {
        const { structure, predicates } = splitForm(text);
        const sharing = forms.get(structure) ?? [];
        sharing.push({ pattern, predicates });
        forms.set(structure, sharing);
      } catch (error) {
        problems.push(badPattern(pattern, language, line, error));
      }
    }
  const { query, structures } = compileForms(engine, language, forms, problems);
  return {
    patterns,
    query,
    candidates: structures.map((structure) => forms.get(structure) ?? []),
    lexical: [...patterns].flatMap((pattern) => {
      const source = pattern.lexical[language];
      return source === undefined ? [] : [{ pattern, regex: new RegExp(source, 'dg') }];
    }),
    problems,
  };
}

/** One query of all forms; if it does not compile, of those that compile alone. */
function compileForms(
  engine: Engine,
  language: Language,
  forms: ReadonlyMap<string, readonly Candidate[]>,
  problems: Problem[],
): { query: Query; structures: readonly string[] } {
  const compile = (structures: readonly string[]): Query =>
    engine.query(language, [...structures, ...(language === 'rust' ? MACRO_TOKENS : [])].join('\n'));
  const all = [...forms.keys()];
  try {
    return { query: compile(all), structures: all };
  } catch {
    const structures = all.filter((structure) => {
      try {
        engine.query(language, structure).delete();
        return true;
      } catch (error) {
        for (const { pattern } of forms.get(structure) ?? [])
          problems.push(badPattern(pattern, language, 0, error));
        return false;
      }
    });
    return { query: compile(structures), structures };
  }
}

function badPattern(pattern: Pattern, language: Language, line: number, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'bad-pattern',
    message: `A part of the query of "${pattern.id}" is left out: ${reason}`,
    at: `${pattern.source}:${(pattern.queryLines[language] ?? 1) + line}`,
  };
}
