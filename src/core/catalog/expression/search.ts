import type { Program } from './program.ts';
import { isWordUnit, type PlaceKind } from './syntax.ts';

/** Positions by slot; -1 where nothing was kept. */
export type Slots = readonly number[];

/**
 * The first match of a program at or after an index, with what `RegExp` would prefer, or undefined. All ways are followed
 * at once, each step at most once at a character: the time grows with the length of the text times that of the program,
 * whatever the two are.
 */
export function search(program: Program, text: string, from: number): Slots | undefined {
  return run(program, text, from, text.length, false);
}

/** What is looked ahead for begins right here, and ends within so many characters. */
const FARTHEST_AHEAD = 1_000;

function isAhead(program: Program, text: string, at: number): boolean {
  return run(program, text, at, Math.min(text.length, at + FARTHEST_AHEAD), true) !== undefined;
}

function run(
  program: Program,
  text: string,
  from: number,
  last: number,
  anchored: boolean,
): Slots | undefined {
  const { steps, slots } = program;
  const none: Slots = new Array<number>(slots).fill(-1);
  let found: Slots | undefined;
  let ways: Ways = newWays(steps.length);
  let next: Ways = newWays(steps.length);
  for (let at = from; at <= last; at++) {
    if (!found && (!anchored || at === from)) follow(program, text, at, 0, none, ways);
    if (ways.order.length === 0 && (found ?? anchored)) break;
    for (const { step, kept } of ways.order) {
      const way = steps[step];
      if (way?.do === 'end') {
        found = kept;
        break;
      }
      if (way?.do === 'take' && at < last && way.fits(text.charCodeAt(at)))
        follow(program, text, at + 1, step + 1, kept, next);
    }
    [ways, next] = [next, ways];
    next.order.length = 0;
    next.seen.fill(0);
  }
  return found;
}

/** Ways that wait at a character, the preferred ones first. */
interface Ways {
  readonly order: { readonly step: number; readonly kept: Slots }[];
  readonly seen: Uint8Array;
}

function newWays(steps: number): Ways {
  return { order: [], seen: new Uint8Array(steps) };
}

/** Adds the ways that lead from a step to the next character, or to the end, without taking one. */
function follow(program: Program, text: string, at: number, from: number, slots: Slots, ways: Ways): void {
  const waiting: { readonly step: number; readonly kept: Slots }[] = [{ step: from, kept: slots }];
  for (let way = waiting.pop(); way; way = waiting.pop()) {
    const { step, kept } = way;
    const what = program.steps[step];
    if (!what || ways.seen[step] === 1) continue;
    ways.seen[step] = 1;
    switch (what.do) {
      case 'take':
      case 'end':
        ways.order.push(way);
        break;
      case 'jump':
        waiting.push({ step: what.to, kept });
        break;
      case 'fork':
        waiting.push({ step: what.second, kept }, { step: what.first, kept });
        break;
      case 'mark':
        waiting.push({ step: step + 1, kept: kept.map((old, slot) => (slot === what.slot ? at : old)) });
        break;
      case 'place':
        if (isAt(what.at, text, at)) waiting.push({ step: step + 1, kept });
        break;
      case 'ahead':
        if (isAhead(what.program, text, at) !== what.negated) waiting.push({ step: step + 1, kept });
        break;
    }
  }
}

function isAt(kind: PlaceKind, text: string, at: number): boolean {
  if (kind === 'start') return at === 0;
  if (kind === 'end') return at === text.length;
  const isEdge = isWordUnit(text.charCodeAt(at - 1)) !== isWordUnit(text.charCodeAt(at));
  return isEdge === (kind === 'word-edge');
}
