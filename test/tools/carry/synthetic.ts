import type { Random } from './random.ts';
import type { Expected } from './truth.ts';

/** A line of a changed text, with the index of the line of the first text that it is, if any. */
interface Traced {
  readonly text: string;
  readonly from: number | undefined;
}

/** What a change made of the lines of one file; `edited` are those that it put others in place of. */
export interface Changed {
  readonly path: string;
  readonly lines: readonly Traced[];
  /** A second file, if lines went there. */
  readonly other?: { readonly path: string; readonly lines: readonly Traced[] };
  readonly edited: ReadonlySet<number>;
}

/** A change of a kind that is known to break marks. Undefined if the text has no place for it. */
export type Change = (path: string, text: readonly string[], random: Random) => Changed | undefined;

export const CHANGES: Readonly<Record<string, Change>> = {
  'insertions and removals': (path, text, random) => {
    const lines = traced(text);
    // From the end, and so far apart that no insertion takes the place of what was removed.
    for (let at = text.length - 5; at > 0; at -= 8 + random.below(30)) {
      if (random.below(2) === 0) lines.splice(at, 1 + random.below(4));
      else lines.splice(at, 0, ...fresh(random, 1 + random.below(6)));
    }
    return { path, lines, edited: new Set() };
  },
  'lines edited': (path, text, random) => {
    const lines = traced(text);
    const edited = new Set<number>();
    for (const index of random.draw([...text.keys()], 12)) {
      const line = text[index] ?? '';
      if (!/\w{4}/.test(line)) continue;
      lines[index] = { text: line.replace(/\w{4,}/, (name) => `${name}_too`), from: undefined };
      edited.add(index);
    }
    return { path, lines, edited };
  },
  'a function moved': (path, text, random) => {
    const blocks = paragraphs(text);
    const [block] = random.draw(
      blocks.filter(([first, last]) => last - first >= 4),
      1,
    );
    if (!block || blocks.length < 6) return undefined;
    const [first, last] = block;
    const lines = traced(text);
    const taken = lines.splice(first, last - first + 1);
    const [goal] = random.draw(paragraphs(lines.map((line) => line.text)), 1);
    lines.splice((goal?.[1] ?? 0) + 1, 0, { text: '', from: undefined }, ...taken);
    return { path, lines, edited: new Set() };
  },
  'a function moved to another file': (path, text, random) => {
    const [block] = random.draw(
      paragraphs(text).filter(([first, last]) => last - first >= 4),
      1,
    );
    if (!block) return undefined;
    const lines = traced(text);
    const taken = lines.splice(block[0], block[1] - block[0] + 1);
    const other = { path: beside(path), lines: [...fresh(random, 5), ...taken, ...fresh(random, 5)] };
    return { path, lines, other, edited: new Set() };
  },
  'a file renamed and changed': (path, text, random) => {
    const lines = traced(text);
    for (let count = 0; count < 5; count++)
      lines.splice(random.below(lines.length), 0, ...fresh(random, 1 + random.below(3)));
    return { path: beside(path), lines, edited: new Set() };
  },
  reformatted: (path, text, random) => {
    const first = random.below(text.length);
    const lines = traced(text).map((line, index) =>
      index >= first && index < first + 60 && line.text.trim() !== ''
        ? { ...line, text: `    ${line.text.replace(/,(?=\S)/g, ', ')}` }
        : line,
    );
    return { path, lines, edited: new Set() };
  },
  'the same lines repeated': (path, text, random) => {
    const blocks = paragraphs(text).filter(([first, last]) => last > first);
    const [block] = random.draw(blocks, 1);
    if (!block) return undefined;
    const lines = traced(text);
    const copy = lines.slice(block[0], block[1] + 1).map((line) => ({ text: line.text, from: undefined }));
    const telling = { text: `/* copied ${random.below(1000)} */`, from: undefined };
    // The copy stands at a distance: of two equal texts side by side nothing tells which is the copy.
    const [goal] = random.draw(
      paragraphs(text).filter(([first]) => Math.abs(first - block[0]) > 20),
      1,
    );
    if (!goal) return undefined;
    lines.splice(goal[1] + 1, 0, { text: '', from: undefined }, telling, ...copy);
    return { path, lines, edited: new Set() };
  },
};

/** What is expected of each line that says something, in the text that was changed. */
export function expectations(path: string, text: readonly string[], changed: Changed): readonly Expected[] {
  const places = new Map<number, { readonly path: string; readonly line: number }>();
  for (const part of [changed, ...(changed.other ? [changed.other] : [])])
    for (const [index, { from }] of part.lines.entries())
      if (from !== undefined) places.set(from, { path: part.path, line: index + 1 });
  return text.flatMap((line, index): readonly Expected[] => {
    if (line.trim() === '') return [];
    const place = places.get(index);
    const lost = changed.edited.has(index) ? 'edited' : 'gone';
    return [
      { path, line: index + 1, text: line, truth: place ? { kind: 'kept', ...place } : { kind: lost } },
    ];
  });
}

function traced(text: readonly string[]): Traced[] {
  return text.map((line, from) => ({ text: line, from }));
}

function fresh(random: Random, count: number): Traced[] {
  return Array.from({ length: count }, () => ({
    text: `    added_${random.below(1_000_000)}(${random.below(100)});`,
    from: undefined,
  }));
}

/** First and last index of each run of lines without a blank one. */
function paragraphs(text: readonly string[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  let first = -1;
  for (const [index, line] of [...text, ''].entries()) {
    if (line.trim() !== '') {
      if (first < 0) first = index;
      continue;
    }
    if (first >= 0) found.push([first, index - 1]);
    first = -1;
  }
  return found;
}

function beside(path: string): string {
  return path.replace(/(\.\w+)$/, '_beside$1');
}
