import { describe, expect, it } from 'vitest';
import { annotationTexts } from '../../../src/webview/series/annotationTexts.ts';
import { applyFilter, FIRST_FILTER, type Filter } from '../../../src/webview/series/filter.ts';
import { hunkLines } from '../../../src/webview/series/hunkLines.ts';
import { standings } from '../../../src/webview/series/lineStanding.ts';
import { indexMarks } from '../../../src/webview/series/markIndex.ts';
import { placeName } from '../../../src/webview/series/placeName.ts';
import { indexSeries } from '../../../src/webview/series/seriesIndex.ts';
import { nextTextMatch } from '../../../src/webview/series/textMatch.ts';
import { walkOrder, walkTarget } from '../../../src/webview/series/walk.ts';
import { hunk, mark, marksOf } from '../../ui/panel/sampleParts.ts';
import { annotations, marks, model } from '../../ui/panel/sampleSeries.ts';

const series = indexSeries(model);
const idsOf = (filter: Partial<Filter>): readonly string[] =>
  applyFilter(series, { ...FIRST_FILTER, ...filter }).annotations.map(({ annotation }) => annotation.id);

describe('what can be asked and read about an annotation', () => {
  const { patterns } = indexSeries(model);

  it('begins with its own question and with what the profile names for its place', () => {
    const docs = [{ title: 'Our rules', target: 'tree:docs/ours.md' }];
    const texts = annotationTexts({ ...annotations.exclusive, docs }, { patterns });
    expect(texts.questions).toHaveLength(3);
    expect(texts.questions[0]).toBe(annotations.exclusive.question);
    expect(texts.docs.map(({ title }) => title)).toEqual([
      'Our rules',
      'docs/devel/rust.rst: Common pitfalls',
    ]);
    expect(texts.about).toBe('Two sentences. About it.');
  });

  it('names a question once, and knows its own where the pattern is not known', () => {
    const [question = ''] = patterns.get('mut-ref-from-c')?.questions ?? [];
    expect(annotationTexts({ ...annotations.exclusive, question }, { patterns }).questions).toHaveLength(2);
    const alone = { questions: [question], docs: [], about: '' };
    expect(annotationTexts({ ...annotations.exclusive, question, pattern: 'other' }, { patterns })).toEqual(
      alone,
    );
  });
});

describe('hunkLines', () => {
  it('numbers both sides', () => {
    const lines = hunkLines(
      hunk('@@ -3,2 +7,2 @@', 3, 7, [' a', '-b', '+c', '\\ No newline at end of file']),
    );
    expect(lines).toEqual([
      { kind: 'context', text: 'a', oldLine: 3, newLine: 7 },
      { kind: 'removed', text: 'b', oldLine: 4, newLine: null },
      { kind: 'added', text: 'c', oldLine: null, newLine: 8 },
      { kind: 'remark', text: '\\ No newline at end of file', oldLine: null, newLine: null },
    ]);
  });

  it('has none for an empty hunk', () => {
    expect(hunkLines({ ...hunk('@@', 0, 0, []), lineCount: 0 })).toEqual([]);
  });
});

describe('indexSeries', () => {
  it('counts annotations by attention and category', () => {
    expect(series.counts.get('look-first')).toBe(2);
    expect(series.counts.get('callbacks')).toBe(3);
    expect(series.files).toBe(7);
    expect(series.digits).toBe(3);
  });
});

describe('applyFilter', () => {
  it('leaves notes out at first, and no file', () => {
    expect(idsOf({})).not.toContain('a-doc');
    expect(applyFilter(series, FIRST_FILTER).files).toBeNull();
  });

  it('narrows to the files of a category', () => {
    const shown = applyFilter(series, { ...FIRST_FILTER, categories: new Set(['errors']) });
    expect([...shown.ids]).toEqual(['a-propagate']);
    expect([...(shown.files ?? [])]).toEqual(['0/0']);
    expect([...(shown.patches ?? [])]).toEqual([0]);
  });

  it.each([
    ['a title', 'EXCLUSIVE reference', ['a-exclusive']],
    ['a path', 'fan.h', ['a-symbol']],
    ['the line that an annotation stands on', '*opaque.cast', ['a-exclusive', 'a-opaque']],
    ['nothing', 'no such words', []],
  ])('finds %s', (_, text, ids) => {
    expect(idsOf({ text })).toEqual(ids);
  });

  it('keeps files and patches that hold the text somewhere', () => {
    const shown = applyFilter(series, { ...FIRST_FILTER, text: 'qemu_irq' });
    expect([...(shown.files ?? [])]).toEqual(['1/1']);
    const named = applyFilter(series, { ...FIRST_FILTER, text: 'drop the C device' });
    expect([...(named.patches ?? [])]).toEqual([2]);
  });
});

describe('walk', () => {
  const all = applyFilter(series, FIRST_FILTER).annotations;
  const text = all.map(({ annotation }) => annotation.id);

  it('goes in order of the text', () => {
    expect(text).toEqual(['a-propagate', 'a-trampoline', 'a-exclusive', 'a-opaque', 'a-ops', 'a-symbol']);
  });

  it('goes in order of attention, and within it of the text', () => {
    expect(walkOrder(all, 'attention').map(({ annotation }) => annotation.id)).toEqual([
      ...['a-exclusive', 'a-symbol'],
      ...['a-propagate', 'a-trampoline', 'a-opaque', 'a-ops'],
    ]);
  });

  const from = { current: null, cursor: null, order: 'text' } as const;
  const id = (found: ReturnType<typeof walkTarget>): string | undefined => found?.target.annotation.id;

  it('begins at either end when nothing is open', () => {
    expect(id(walkTarget(all, from, 1))).toBe('a-propagate');
    expect(id(walkTarget(all, from, -1))).toBe('a-symbol');
  });

  it('goes on from the open card, and round', () => {
    expect(id(walkTarget(all, { ...from, current: 'a-propagate' }, 1))).toBe('a-trampoline');
    const round = walkTarget(all, { ...from, current: 'a-symbol' }, 1);
    expect(id(round)).toBe('a-propagate');
    expect(round).toMatchObject({ wrapped: true, number: 1, of: 6 });
    expect(walkTarget(all, { ...from, current: 'a-propagate' }, -1)).toMatchObject({
      wrapped: true,
      number: 6,
    });
  });

  it('goes on from the cursor in order of the text', () => {
    const cursor = { kind: 'line', patch: 1, file: 0, hunk: 0, row: 3 } as const;
    expect(id(walkTarget(all, { ...from, cursor }, 1))).toBe('a-exclusive');
    expect(id(walkTarget(all, { ...from, cursor }, -1))).toBe('a-trampoline');
  });

  it('skips what is not wanted, and finds nothing when nothing is', () => {
    const wanted = (one: string): boolean => one === 'a-ops';
    expect(id(walkTarget(all, { ...from, current: 'a-ops' }, 1, wanted))).toBe('a-ops');
    expect(walkTarget(all, from, 1, () => false)).toBeUndefined();
    expect(walkTarget([], from, 1)).toBeUndefined();
  });
});

describe('indexMarks', () => {
  it('counts what nobody looked at, by file', () => {
    const { openByFile, answers } = indexMarks(series, marks);
    expect(openByFile.get('0/0')).toBeUndefined();
    expect(openByFile.get('1/0')).toBe(3);
    expect(answers.get('a-ops')?.id).toBe('m-read');
  });

  it('takes a mark on all lines of an annotation for an answer to it, and the loudest of several', () => {
    const both = marksOf([
      mark('quiet', 'understood', { rows: [0, 8] }),
      mark('loud', 'needs-explanation', { rows: [3, 4], question: 'Why?' }),
    ]);
    const { answers } = indexMarks(series, both);
    expect(answers.get('a-trampoline')?.id).toBe('loud');
    expect(answers.get('a-ops')).toBeUndefined();
  });

  it('prefers the mark that names the annotation', () => {
    const both = marksOf([
      mark('loud', 'needs-explanation', { rows: [3, 4], question: 'Why?' }),
      mark('named', 'understood', { rows: [3, 3], annotation: 'a-trampoline' }),
    ]);
    expect(indexMarks(series, both).answers.get('a-trampoline')?.id).toBe('named');
  });

  it('counts a question that ended as understood', () => {
    const ended = marksOf([
      mark('old', 'needs-explanation', { rows: [3, 3], annotation: 'a-trampoline', ended: 'documented' }),
      mark('open', 'deferred', { rows: [3, 3], annotation: 'a-trampoline' }),
    ]);
    expect(indexMarks(series, ended).answers.get('a-trampoline')?.id).toBe('open');
  });
});

describe('standings', () => {
  const shown = applyFilter(series, FIRST_FILTER);
  const rows = (list: Parameters<typeof marksOf>[0]) => {
    const markIndex = indexMarks(series, marksOf(list));
    return standings(series.byHunk.get('1/0/0') ?? [], markIndex.byStretch.get('1/0/0') ?? [], {
      ...{ series, markIndex, shown, remarks: [] },
    });
  };

  it('shows the first attention of a line, and no note that is filtered out', () => {
    expect(rows([]).get(4)?.glyph).toBe('look-first');
    expect(rows([]).get(2)).toBeUndefined();
  });

  it('shows what is left on a line of which one annotation is answered', () => {
    const one = rows([mark('m', 'understood', { rows: [4, 4], annotation: 'a-exclusive' })]);
    expect(one.get(4)?.glyph).toBe('check');
  });

  it('shows what was said when all is answered', () => {
    const said = rows([mark('m', 'needs-explanation', { rows: [4, 4], question: 'Why?' })]);
    expect(said.get(4)?.glyph).toBe('needs-explanation');
  });

  it('spans the rows of a mark', () => {
    const spanned = rows([mark('m', 'understood', { rows: [5, 8] })]);
    expect([5, 6, 7, 8].map((row) => spanned.get(row)?.spannedBy)).toEqual(Array(4).fill('understood'));
    expect([5, 6, 8].map((row) => spanned.get(row)?.glyph)).toEqual(['understood', null, null]);
    expect(spanned.get(8)?.mark?.id).toBe('m');
  });
});

describe('nextTextMatch', () => {
  const cursor = (patch: number, file: number, row: number) =>
    ({ kind: 'line', patch, file, hunk: 0, row }) as const;
  const found = (from: ReturnType<typeof cursor> | null, by: 1 | -1, text = 'errp') => {
    const place = nextTextMatch(model, text, null, from, by);
    return place?.kind === 'lines' ? [place.patch, place.file, place.row] : undefined;
  };

  it('goes forwards and backwards, within a hunk and on to the next, and round', () => {
    expect(found(null, 1)).toEqual([0, 0, 4]);
    expect(found(cursor(0, 0, 4), 1)).toEqual([0, 0, 6]);
    expect(found(cursor(0, 0, 6), 1)).toEqual([0, 1, 4]);
    expect(found(cursor(1, 1, 3), 1)).toEqual([0, 0, 4]);
    expect(found(cursor(0, 0, 6), -1)).toEqual([0, 0, 4]);
    expect(found(cursor(0, 0, 4), -1)).toEqual([1, 1, 3]);
    expect(found(cursor(1, 0, 0), -1)).toEqual([0, 1, 6]);
  });

  it('finds the only line again, and nothing where nothing is', () => {
    expect(found(cursor(1, 1, 0), 1, 'TYPE_FAN')).toEqual([1, 1, 0]);
    expect(found(null, 1, 'no such line')).toBeUndefined();
    expect(found(null, 1, '')).toBeUndefined();
  });
});

describe('placeName', () => {
  it('names lines and messages', () => {
    const place = { kind: 'lines', patch: 1, file: 1, hunk: 0, row: 2, endRow: 2 } as const;
    expect(placeName(place, model)).toBe('2/3 include/hw/misc/fan.h:19');
    expect(placeName({ kind: 'message', patch: 0, line: 0, endLine: 0 }, model)).toBe('1/3 Commit message:1');
  });
});
