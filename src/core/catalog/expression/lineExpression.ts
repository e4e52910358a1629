import type { Pattern } from '../pattern.ts';
import { parseExpression } from './parseExpression.ts';
import { type Program, programOf } from './program.ts';
import { search, type Slots } from './search.ts';

/** Where an expression says that a pattern is; 0-based indices, the end exclusive. */
export interface ExpressionPlace {
  readonly start: number;
  readonly end: number;
  readonly symbol: string | null;
}

/** Finds the places in a line. `complete` is false if there are too many to tell all. */
export type LineExpression = (line: string) => {
  readonly places: readonly ExpressionPlace[];
  readonly complete: boolean;
};

/** A condition on a text, as `RegExp` is one. */
export interface TextTest {
  test(text: string): boolean;
}

/** Reads the regular expressions of one pattern. Both throw an Error with a plain sentence for what cannot be read. */
export interface Expressions {
  readonly line: (source: string) => LineExpression;
  readonly test: (source: string) => TextTest;
}

/**
 * How a pattern's regular expressions are run. Those that come with the program are run as they are. Anybody may have
 * written those of a repository, and one that tries too many ways would hold up everything: they are searched in time that
 * is linear in the length of the text.
 */
export function expressionsOf({ fromRepository }: Pick<Pattern, 'fromRepository'>): Expressions {
  return fromRepository ? LINEAR : NATIVE;
}

const NATIVE: Expressions = {
  line: (source) => {
    const regex = new RegExp(source, 'dg');
    return (line) => ({ places: [...line.matchAll(regex)].map(placeOf), complete: true });
  },
  test: (source) => new RegExp(source),
};

function placeOf({ indices, groups }: RegExpExecArray): ExpressionPlace {
  const [start, end] = indices?.groups?.['anchor'] ?? indices?.[0] ?? [0, 0];
  return { start, end, symbol: groups?.['symbol'] ?? null };
}

const LINEAR: Expressions = {
  line: (source) => {
    const program = linearProgram(source);
    return (line) => placesIn(line, program);
  },
  test: (source) => {
    const program = linearProgram(source);
    return { test: (text) => search(program, text, 0) !== undefined };
  },
};

/** More places in one line are not told; each is searched for to the end of the line. */
const MOST_PLACES = 100;

function placesIn(line: string, program: Program): ReturnType<LineExpression> {
  const places: ExpressionPlace[] = [];
  const group = (slots: Slots, name: string): readonly [number, number] | undefined => {
    const slot = program.groups.get(name) ?? -1;
    const [start, end] = [slots[slot] ?? -1, slots[slot + 1] ?? -1];
    return start < 0 || end < 0 ? undefined : [start, end];
  };
  for (let from = 0; from <= line.length;) {
    const slots = search(program, line, from);
    if (!slots) break;
    if (places.length === MOST_PLACES) return { places, complete: false };
    const [first = 0, last = 0] = slots;
    const [start, end] = group(slots, 'anchor') ?? [first, last];
    const symbol = group(slots, 'symbol');
    places.push({ start, end, symbol: symbol ? line.slice(...symbol) : null });
    from = last > first ? last : last + 1;
  }
  return { places, complete: true };
}

function linearProgram(source: string): Program {
  // What `RegExp` does not accept is no expression at all.
  new RegExp(source);
  return programOf(parseExpression(source));
}
