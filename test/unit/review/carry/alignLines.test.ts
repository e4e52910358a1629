import { describe, expect, it } from 'vitest';
import { alignLines } from '../../../../src/core/review/carry/alignLines.ts';

/** Pairs of kept lines as `before→after`, 1-based. */
function pairs(before: string, after: string): string {
  const kept = alignLines(before.split('\n'), after.split('\n'));
  return [...kept].map((to, from) => (to < 0 ? `${from + 1}` : `${from + 1}→${to + 1}`)).join(' ');
}

/** A sequence in which lines repeat a lot, as braces do. */
function noise(length: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return String((state >> 8) % 7);
  });
}

describe('alignLines', () => {
  it('keeps equal texts line by line, and nothing of texts that share nothing', () => {
    expect(pairs('a\nb\nc', 'a\nb\nc')).toBe('1→1 2→2 3→3');
    expect(pairs('a\nb', 'x\ny')).toBe('1 2');
    expect([...alignLines([], ['a'])]).toEqual([]);
    expect([...alignLines(['a'], [])]).toEqual([-1]);
  });

  it('follows insertions, removals and changes', () => {
    expect(pairs('a\nb\nc', 'x\na\nc')).toBe('1→2 2 3→3');
    expect(pairs('a\nb\nc', 'a\nB\nc')).toBe('1→1 2 3→3');
  });

  it('puts an inserted function between functions, not across their braces', () => {
    const before = 'fn a() {\n    x();\n}\n\nfn c() {\n    z();\n}';
    const after = 'fn a() {\n    x();\n}\n\nfn b() {\n    y();\n}\n\nfn c() {\n    z();\n}';
    expect(pairs(before, after)).toBe('1→1 2→2 3→3 4→4 5→9 6→10 7→11');
  });

  it('takes a removed function out whole', () => {
    const before = 'fn a() {\n    x();\n}\n\nfn b() {\n    y();\n}\n\nfn c() {\n    z();\n}';
    const after = 'fn a() {\n    x();\n}\n\nfn c() {\n    z();\n}';
    expect(pairs(before, after)).toBe('1→1 2→2 3→3 4→4 5 6 7 8 9→5 10→6 11→7');
  });

  it('pairs a run of removed lines with the run that took its place', () => {
    expect(pairs('{\n  a\n}\n}', '{\n  b\n}\n}')).toBe('1→1 2 3→3 4→4');
  });

  it('always gives an increasing sequence of equal lines, as long as the longest where that is known', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const before = noise(seed % 40, seed);
      const after = noise((seed * 7) % 40, seed + 1000);
      const kept = [...alignLines(before, after)];
      const targets = kept.filter((to) => to >= 0);
      expect(targets).toEqual([...new Set(targets)].sort((x, y) => x - y));
      for (const [from, to] of kept.entries()) if (to >= 0) expect(after[to]).toBe(before[from]);
      expect(targets.length).toBe(longest(before, after));
    }
  });

  it('ends soon on large texts that have little in common', () => {
    const kept = alignLines(noise(30_000, 3), noise(30_000, 4));
    expect(kept.filter((to) => to >= 0).length).toBeGreaterThan(1_000);
  });
});

/** Length of the longest common subsequence, by the textbook's table. */
function longest(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (const [index, right] of b.entries())
      next.push(left === right ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}
