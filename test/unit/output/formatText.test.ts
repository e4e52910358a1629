import { describe, expect, it } from 'vitest';
import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import { formatText } from '../../../src/core/output/formatText.ts';
import { analysis, annotation, FACETS, file, hunk, patch, series } from '../review/sample.ts';

const FILES = [
  file('hw/b.rs', [hunk(1, ['+x'])]),
  file('hw/a.rs', [hunk(1, ['+x'])]),
  file('README', [hunk(1, ['+x'])]),
];
const ANALYSIS = analysis(series([patch(1, FILES), patch(2, [])], { total: 3 }), [
  [
    [annotation(4, { id: 'n', attention: 'note', side: 'old' }), annotation(9, { attention: 'check' })],
    [
      annotation(7, { attention: 'check' }),
      annotation(8, {
        title: '\u001b[31mred',
        facets: { ...FACETS, explainedBy: null, confidence: 'whole' },
      }),
    ],
  ],
]);

const PLAIN = { colour: false, notes: false };

describe('the text', () => {
  it('lists the most important lines of a patch first, whatever file they are in, and counts notes', () => {
    expect(formatText(ANALYSIS, PLAIN).split('\n').slice(0, 6)).toEqual([
      '1/3 part 1',
      'hw/a.rs:8: [look-first] \\x1b[31mred — Why is this sound? (device · at run time)',
      'hw/b.rs:9: [check] An unsafe block — Why is this sound? (no explanation found · device · at run time · seen in the hunk only)',
      'hw/a.rs:7: [check] An unsafe block — Why is this sound? (no explanation found · device · at run time · seen in the hunk only)',
      '1 note not listed',
      '',
    ]);
  });

  it('lists notes when asked to', () => {
    const text = formatText(ANALYSIS, { colour: false, notes: true });
    expect(text).toContain(
      'hw/b.rs:4: [note] An unsafe block — Why is this sound? (removed · no explanation found · device · at run time · seen in the hunk only)\n\n',
    );
    expect(text).not.toContain('listed');
  });

  it('says what is on one line together, once, and facts only where they differ', () => {
    const here = [
      annotation(5, { id: 'a', attention: 'check' }),
      annotation(5, { id: 'b', attention: 'look-first', column: 9 }),
      annotation(5, { id: 'c', attention: 'check', column: 3, question: 'Who frees it?' }),
      annotation(5, {
        id: 'd',
        attention: 'check',
        title: 'Other',
        pattern: 'other',
        facets: { ...FACETS, explainedBy: null },
      }),
    ];
    const found = analysis(series([patch(1, FILES.slice(0, 1))]), [[here]]);
    expect(formatText(found, PLAIN).split('\n').slice(1, 5)).toEqual([
      'hw/b.rs:5: [look-first] An unsafe block — Why is this sound? (no explanation found · device · at run time · seen in the hunk only)',
      '  [check] An unsafe block — Who frees it?',
      '  [check] Other — Why is this sound? (device · at run time · seen in the hunk only)',
      '',
    ]);
  });

  it('counts what is in a generated file by its name', () => {
    const generated = annotation(3, { attention: 'note', facets: { ...FACETS, generated: true } });
    const found = analysis(series([patch(1, FILES.slice(0, 2))]), [
      [[generated, { ...generated, id: 'x', line: 4 }], []],
    ]);
    expect(formatText(found, PLAIN).split('\n').slice(0, 3)).toEqual([
      '1/1 part 1',
      'hw/b.rs: generated, 2 notes not listed',
      '',
    ]);
    expect(formatText(found, { colour: false, notes: true })).toContain('hw/b.rs:3: [note] ');
  });

  it('says what was read and what not', () => {
    expect(formatText(ANALYSIS, PLAIN).split('\n').slice(6)).toEqual([
      '4 annotations: 1 look-first, 2 check, 1 note.',
      'Notes are counted, not listed; --notes lists them.',
      'Read 2 patches: 2 files only as far as the hunks show.',
      'Not read: 1 patch missing from the series.',
      'Not looked into: 1 file neither Rust nor C.',
      '',
    ]);
  });

  it('without a finding still says only what was looked at', () => {
    const text = formatText(analysis(series([patch(1, FILES.slice(0, 1))]), []), PLAIN);
    expect(text).toBe(
      'No changed line matched a pattern of the catalogue.\nRead 1 patch: 1 file only as far as the hunks show.\n',
    );
  });

  it('lists problems with their places', () => {
    const problems = [
      { code: 'hunk-count', message: 'Off by\none.', at: 'x.mbox:\u001b7' },
      { code: 'cancelled', message: 'Stopped.', at: '' },
    ] as const;
    const text = formatText({ ...ANALYSIS, problems }, PLAIN);
    expect(text).toContain('Problems\nx.mbox:\\x1b7: [hunk-count] Off by\\x0aone.\n[cancelled] Stopped.\n');
    expect(text).toContain('Not everything went well: 2 problems, listed here.');
  });

  it('colours only when asked, and only with its own sequences', () => {
    expect(formatText(ANALYSIS, PLAIN)).not.toContain('\u001b');
    const coloured = formatText(ANALYSIS, { colour: true, notes: false });
    expect(coloured).toContain('\u001b[31m[look-first]\u001b[39m \\x1b[31mred');
    const plain = coloured.replaceAll(/\p{Cc}\[\d+m/gu, '');
    expect(plain).toBe(formatText(ANALYSIS, PLAIN));
  });
});

describe('the other language', () => {
  const c = { path: 'fan.h', line: 3, text: 'int (*stop)(void *)' };
  const crossing: CrossingResult = {
    annotation: 'a',
    status: 'found',
    sought: ['fan_read'],
    counterparts: [
      {
        ...{ language: 'c', path: 'hw/fan.c', line: 4, endLine: 9, text: '', doc: null, focus: 7 },
        ...{ symbol: 'fan_read', rule: 'same-symbol', foundIn: 'tree', confidence: 'certain' },
      },
    ],
    disagreements: [
      {
        ...{ kind: 'width', subject: 'addr', question: 'Which width?', targets: [], c },
        rust: { path: 'a.rs', line: 1, text: '' },
      },
    ],
    slots: [{ name: 'stop', standing: 'new', value: null, doc: null, c }],
  };
  const textWith = (result: CrossingResult): string => {
    const one = analysis(series([patch(1, [file('a.rs', [hunk(1, ['+x'])])])]), [
      [[annotation(5, { id: 'a' })]],
    ]);
    return formatText(one, { ...PLAIN, counterparts: new Map([['a', result]]) });
  };

  it('stands below an annotation, with disagreements and slots', () => {
    expect(textWith(crossing).split('\n').slice(2, 5)).toEqual([
      '    C: fan_read at hw/fan.c:7 (same-symbol)',
      '    the two sides differ: Which width?',
      '    slots: 1 new in C and not set: stop',
    ]);
    const missing = { ...crossing, status: 'not-found' as const, counterparts: [], disagreements: [] };
    expect(textWith(missing)).toContain('    not found here: fan_read\n');
  });

  it('has twins that a series leaves as they are', () => {
    const oneSided = [{ path: 'hw/fan.c', twin: 'rust/hw/fan/src/device.rs' }];
    expect(formatText(ANALYSIS, { ...PLAIN, oneSided })).toContain(
      'Twins in the other language\nhw/fan.c: its twin rust/hw/fan/src/device.rs is left as it is by this series\n',
    );
  });
});
