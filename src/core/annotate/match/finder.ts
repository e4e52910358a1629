import type { Language } from '../../patch/language.ts';
import type { Engine, Query, QueryMatch } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { Found } from '../computed/detector.ts';
import type { LineRange } from '../lineRange.ts';

/** Runs the queries that detectors bring. */
export interface Finder {
  /** What a query finds in parts of a fragment; without ranges in all of it. */
  readonly find: (source: string, fragment: Fragment, ranges?: readonly LineRange[]) => readonly Found[];
}

/** So many separate runs are worth compiling one query of all that were asked for. */
const WORTH_COMBINING = 300;

interface Combined {
  readonly query: Query;
  /** The source that each pattern of the query comes from. */
  readonly owners: readonly string[];
}

/**
 * A finder for one language. Each run of a query is a walk of the tree, so in a long run the sources asked for so far
 * become one query; the first that is asked for about a fragment then answers for all.
 */
export function createFinder(engine: Engine, language: Language): Finder {
  const queries = new Map<string, Query>();
  const answers = new WeakMap<
    Fragment,
    { ranges: readonly LineRange[]; found: Map<string, readonly Found[]> }
  >();
  let combined: Combined | undefined;
  let separate = 0;
  const queryOf = (source: string): Query => {
    const query = queries.get(source) ?? engine.query(language, source);
    queries.set(source, query);
    return query;
  };
  const combine = (): Combined => ({
    query: engine.query(language, [...queries.keys()].join('\n')),
    owners: [...queries].flatMap(([source, query]) =>
      Array.from({ length: query.patternCount() }, () => source),
    ),
  });
  const covers = (source: string): boolean => combined?.owners.includes(source) ?? false;
  return {
    find(source, fragment, ranges) {
      if (!ranges) return run(queryOf(source), fragment, wholeOf(fragment)).map(([, found]) => found);
      const earlier = answers.get(fragment);
      const known = earlier?.ranges === ranges ? earlier.found : new Map<string, readonly Found[]>();
      answers.set(fragment, { ranges, found: known });
      const answer = known.get(source);
      if (answer) return answer;
      if (!covers(source) && ++separate > WORTH_COMBINING) {
        queryOf(source);
        combined?.query.delete();
        combined = combine();
        separate = 0;
      }
      if (combined && covers(source)) {
        const sorted = new Map<string, Found[]>(combined.owners.map((owner) => [owner, []]));
        for (const [index, found] of run(combined.query, fragment, ranges))
          sorted.get(combined.owners[index] ?? '')?.push(found);
        for (const [owner, found] of sorted) known.set(owner, found);
      } else
        known.set(
          source,
          run(queryOf(source), fragment, ranges).map(([, found]) => found),
        );
      return known.get(source) ?? [];
    },
  };
}

function wholeOf({ firstLine, lastLine }: Fragment): readonly LineRange[] {
  return [{ first: firstLine, last: lastLine }];
}

/** Matches with the index of their pattern, each once. */
function run(
  query: Query,
  fragment: Fragment,
  ranges: readonly LineRange[],
): readonly (readonly [patternIndex: number, found: Found])[] {
  const found = new Map<string, readonly [number, Found]>();
  for (const range of ranges) {
    const from = Math.max(range.first, fragment.firstLine) - fragment.lineOffset;
    const to = Math.min(range.last, fragment.lastLine) - fragment.lineOffset;
    if (from > to) continue;
    const options = { startPosition: { row: from, column: 0 }, endPosition: { row: to + 1, column: 0 } };
    for (const match of query.matches(fragment.tree.rootNode, options)) {
      const key = `${match.patternIndex} ${match.captures.map(({ node }) => node.id).join(' ')}`;
      if (!found.has(key)) found.set(key, [match.patternIndex, foundOf(match, fragment)]);
    }
  }
  return [...found.values()];
}

function foundOf({ captures }: QueryMatch, fragment: Fragment): Found {
  const find = (name: string) => captures.find((capture) => capture.name === name)?.node;
  return {
    fragment,
    has: (name) => find(name) !== undefined,
    get(name) {
      const node = find(name);
      if (!node) throw new Error(`this match has no @${name}`);
      return node;
    },
  };
}
