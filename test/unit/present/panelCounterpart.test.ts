import { describe, expect, it } from 'vitest';
import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import { readLinkTarget } from '../../../src/present/linkTarget.ts';
import { panelCounterpart } from '../../../src/present/panelCounterpart.ts';

const result: CrossingResult = {
  annotation: 'a1',
  status: 'found',
  sought: ['fan_read'],
  counterparts: [
    {
      path: 'hw/misc/fan.c',
      line: 41,
      endLine: 42,
      text: 'static uint64_t fan_read(void *opaque,\n                         hwaddr addr)',
      doc: null,
      language: 'c',
      symbol: 'fan_read',
      rule: 'same-symbol',
      foundIn: 'tree',
      confidence: 'certain',
    },
  ],
  disagreements: [
    {
      kind: 'width',
      subject: 'addr',
      question: 'Is `addr` 32 or 64 bits wide?',
      targets: [],
      c: { path: 'hw/misc/fan.c', line: 42, text: 'hwaddr addr' },
      rust: { path: 'fan.rs', line: 7, text: 'addr: u32' },
    },
    {
      kind: 'panic',
      subject: null,
      question: 'Can this panic?',
      targets: [],
      c: null,
      rust: { path: 'fan.rs', line: 9, text: 'x.unwrap()' },
    },
  ],
};

describe('a counterpart in the panel', () => {
  const shown = panelCounterpart(result, (_, lines) => lines.map(() => [[0, 1, 'keyword']]));

  it('says what it is, where it was found and by which rule, in words', () => {
    expect(shown?.places[0]).toMatchObject({
      title: 'C: fan_read, in the tree',
      path: 'hw/misc/fan.c',
      line: 41,
      rule: 'the same symbol',
      tokens: [[[0, 1, 'keyword']], [[0, 1, 'keyword']]],
    });
    expect(shown?.places[0]?.lines).toHaveLength(2);
  });

  it('leads into the tree, or to what the series makes of the file', () => {
    const target = (foundIn: 'tree' | 'series' | 'patch'): unknown => {
      const counterparts = result.counterparts.map((each) => ({ ...each, foundIn }));
      const place = panelCounterpart({ ...result, counterparts }, () => [])?.places[0];
      return readLinkTarget(place?.target ?? '');
    };
    const at = { path: 'hw/misc/fan.c', heading: null, line: 41 };
    expect(target('tree')).toEqual({ kind: 'tree', ...at });
    expect(target('series')).toEqual({ kind: 'series', ...at });
    expect(target('patch')).toEqual({ kind: 'series', ...at });
  });

  it('owns up to guessing', () => {
    const counterparts = result.counterparts.map((each) => ({ ...each, confidence: 'guess' as const }));
    expect(panelCounterpart({ ...result, counterparts }, () => [])?.places[0]?.rule).toContain('a guess');
  });

  it('puts both texts beside a disagreement', () => {
    expect(shown?.disagreements).toEqual([
      { question: 'Is `addr` 32 or 64 bits wide?', rust: 'addr: u32', c: 'hwaddr addr' },
      { question: 'Can this panic?', rust: 'x.unwrap()', c: '' },
    ]);
  });

  it('lists the slots of a table, those that ask for a look first', () => {
    const c = { path: 'fan.h', line: 3, text: 'int (*read)(void *)' };
    const slot = { name: 'read', standing: 'set', value: 'Some(f)', doc: null, c } as const;
    const slots = [slot, { ...slot, name: 'stop', standing: 'new', value: null, doc: 'Stops.' } as const];
    const listed = panelCounterpart({ ...result, slots }, () => [])?.slots ?? [];
    expect(listed.map(({ name, standing, value, doc }) => [name, standing, value, doc])).toEqual([
      ['stop', 'new', '', 'Stops.'],
      ['read', 'set', 'Some(f)', ''],
    ]);
    expect(readLinkTarget(listed[0]?.target ?? '')).toMatchObject({ kind: 'series', path: 'fan.h', line: 3 });
  });

  it('is not shown where nothing crosses, and is where there must be one', () => {
    const none = { ...result, counterparts: [], disagreements: [] };
    expect(panelCounterpart({ ...none, status: 'not-applicable' }, () => [])).toBeUndefined();
    expect(panelCounterpart({ ...none, status: 'not-found' }, () => [])).toMatchObject({ places: [] });
  });
});
