import type { Expression, PlaceKind } from './syntax.ts';

/** One step of a program; steps go on to the next one unless they say otherwise. */
export type Step =
  | { readonly do: 'take'; readonly fits: (unit: number) => boolean }
  | { readonly do: 'place'; readonly at: PlaceKind }
  /** Goes both ways; the first is preferred. */
  | { readonly do: 'fork'; first: number; second: number }
  | { readonly do: 'jump'; to: number }
  /** Keeps the position. */
  | { readonly do: 'mark'; readonly slot: number }
  | { readonly do: 'ahead'; readonly negated: boolean; readonly program: Program }
  | { readonly do: 'end' };

export interface Program {
  readonly steps: readonly Step[];
  /** Slots for the beginning and the end of the whole and of each named group. */
  readonly slots: number;
  /** First of the two slots of a group. */
  readonly groups: ReadonlyMap<string, number>;
}

/** Longer programs are refused: every one of their steps may be taken at every character. */
const MAX_STEPS = 1_000;

/** Turns an expression into a program. Throws an Error with a plain sentence if that gets too long. */
export function programOf(expression: Expression): Program {
  const steps: Step[] = [];
  const groups = new Map<string, number>();
  const add = <S extends Step>(step: S): S => {
    if (steps.push(step) > MAX_STEPS)
      throw new Error('The expression is too large, or repeats too large a part.');
    return step;
  };
  const write = (part: Expression): void => {
    switch (part.kind) {
      case 'empty':
        return;
      case 'set':
        add({ do: 'take', fits: part.fits });
        return;
      case 'place':
        add({ do: 'place', at: part.at });
        return;
      case 'ahead':
        add({ do: 'ahead', negated: part.negated, program: programOf(part.inner) });
        return;
      case 'sequence':
        part.parts.forEach(write);
        return;
      case 'choice':
        writeChoice(part.parts);
        return;
      case 'group': {
        const slot = groups.get(part.name) ?? 2 + 2 * groups.size;
        groups.set(part.name, slot);
        add({ do: 'mark', slot });
        write(part.inner);
        add({ do: 'mark', slot: slot + 1 });
        return;
      }
      case 'repeat':
        writeRepeat(part);
    }
  };
  const writeChoice = (parts: readonly Expression[]): void => {
    const ends: { to: number }[] = [];
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      const fork = isLast ? undefined : add({ do: 'fork', first: steps.length + 1, second: 0 });
      write(part);
      if (!isLast) ends.push(add({ do: 'jump', to: 0 }));
      if (fork) fork.second = steps.length;
    }
    for (const end of ends) end.to = steps.length;
  };
  const writeRepeat = ({ inner, least, most, greedy }: Expression & { kind: 'repeat' }): void => {
    for (let count = 0; count < least; count++) write(inner);
    const forks: { readonly fork: Step & { do: 'fork' }; readonly start: number }[] = [];
    for (let count = least; count < most; count++) {
      const start = steps.length;
      forks.push({ fork: add({ do: 'fork', first: start + 1, second: start + 1 }), start });
      write(inner);
      if (most !== Infinity) continue;
      add({ do: 'jump', to: start });
      break;
    }
    for (const { fork } of forks) fork[greedy ? 'second' : 'first'] = steps.length;
  };
  add({ do: 'mark', slot: 0 });
  write(expression);
  add({ do: 'mark', slot: 1 });
  add({ do: 'end' });
  return { steps, slots: 2 + 2 * groups.size, groups };
}
