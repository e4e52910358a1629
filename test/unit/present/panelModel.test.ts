import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/core/catalog/catalog.ts';
import { annotationHover } from '../../../src/present/annotationHover.ts';
import { panelModel } from '../../../src/present/panelModel.ts';
import { patternPage } from '../../../src/present/patternPage.ts';
import { patternSummary } from '../../../src/present/patternSummary.ts';
import { readShippedCatalog } from '../../tools/catalog.ts';
import { analysis, annotation, FACETS, file, hunk, patch, series } from '../review/sample.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await readShippedCatalog(new URL('../../../', import.meta.url));
});

const posting = series([
  patch(1, [file('src/fan.rs', [hunk(10, [' ten', '-old', '+new', ' twelve'], 'impl Fan')])]),
  patch(2, [file('README', [hunk(1, ['+a', '+b'])], { kind: 'added', oldPath: null })]),
]);

describe('the panel model', () => {
  it('holds patches, files and hunks as posted', () => {
    const model = panelModel(analysis(posting, []), catalog);
    expect(model).toMatchObject({ title: '[PATCH v2 0/2] hw/fan: port', version: 2, baseCommit: null });
    expect(model.cover).toEqual({
      author: 'Author One <author@example.org>',
      date: 'Mon, 06 Jan 2025 10:00:00 +0100',
      lines: ['Why we do this.', 'And how.'],
    });
    expect(model.patches.map(({ position, total, subject }) => [position, total, subject])).toEqual([
      [1, 2, 'part 1'],
      [2, 2, 'part 2'],
    ]);
    expect(model.patches[0]?.files[0]).toMatchObject({ language: 'rust', added: 1, removed: 1 });
    expect(model.patches[0]?.files[0]?.hunks).toEqual([
      {
        header: '@@ -10,3 +10,3 @@ impl Fan',
        oldStart: 10,
        newStart: 10,
        body: ' ten\n-old\n+new\n twelve',
        lineCount: 4,
      },
    ]);
    expect(model.patches[1]?.files[0]).toMatchObject({ kind: 'added', language: null, added: 2 });
  });

  it('is titled as posted also when the mails were never sent', () => {
    const { cover } = posting;
    if (!cover) throw new Error('the sample has a cover letter');
    const patches = posting.patches.map((one) => ({ ...one, envelope: undefined }));
    const unsent = { ...posting, patches, cover: { ...cover, envelope: undefined } };
    expect(panelModel(analysis(unsent, []), catalog).title).toBe('[PATCH v2 0/2] hw/fan: port');
    expect(panelModel(analysis({ ...unsent, cover: undefined }, []), catalog).title).toBe('hw/fan: port');
  });

  it('puts annotations under their row, in order of rows, with the words of their pattern', () => {
    const found = analysis(posting, [
      [[annotation(11, { endLine: 40 }), annotation(10, { id: 'first', question: 'Mine?' })]],
    ]);
    const [first, second] = panelModel(found, catalog).patches[0]?.files[0]?.annotations ?? [];
    expect(first).toMatchObject({ id: 'first', hunk: 0, row: 0, endRow: 0 });
    expect(second).toMatchObject({ id: 'a11', hunk: 0, row: 2, endRow: 3, line: 11, endLine: 40 });
    expect(first?.facts).toEqual([
      'no explanation found',
      'device',
      'at run time (slot read of FAN_OPS)',
      'private',
      'introduced here',
      'seen in the hunk only',
    ]);
  });

  it('has the texts of a pattern once, however many annotations there are of it', () => {
    const model = (count: number) => {
      const all = Array.from({ length: count }, (_, index) => annotation(11, { id: `a${index}` }));
      return panelModel(analysis(posting, [[all]]), catalog);
    };
    const pattern = catalog.patterns.find(({ id }) => id === 'unsafe-block');
    const [texts, ...others] = model(3).patterns;
    expect(others).toEqual([]);
    expect(texts).toMatchObject({ id: 'unsafe-block', questions: pattern?.questions });
    expect(texts?.about).not.toBe('');
    expect(texts?.docs.length).toBeGreaterThan(0);
    const each = (JSON.stringify(model(101)).length - JSON.stringify(model(1)).length) / 100;
    expect(each).toBeLessThan(600);
  });

  it('shows what an annotation beyond the hunks is about at the nearest row', () => {
    const found = analysis(posting, [[[annotation(3, { item: 'impl Fan', side: 'old' })]]]);
    const [shown] = panelModel(found, catalog).patches[0]?.files[0]?.annotations ?? [];
    expect(shown).toMatchObject({ hunk: 0, row: 0, endRow: 0, line: 3 });
    expect(shown?.facts.at(0)).toBe('removed here');
    expect(shown?.facts.at(-1)).toBe('in impl Fan');
  });

  it('speaks of C as C does', () => {
    const inC = annotation(11, { facets: { ...FACETS, layer: 'c', visibility: 'crate' } });
    const [shown] = panelModel(analysis(posting, [[[inC]]]), catalog).patches[0]?.files[0]?.annotations ?? [];
    expect(shown?.facts).toContain('seen by other files');
  });

  it('invents no mail prefix for what was not mailed, and makes one for a series without cover letter', () => {
    const local = series([patch(1, [], { envelope: undefined })], { cover: undefined });
    expect(panelModel(analysis(local, []), catalog).title).toBe('hw/fan: port');
    const bare = series([patch(1, []), patch(2, [])], { cover: undefined });
    expect(panelModel(analysis(bare, []), catalog).title).toBe('[PATCH v2 0/2] hw/fan: port');
    const single = series([patch(1, [])], { cover: undefined });
    expect(panelModel(analysis(single, []), catalog).title).toBe('[PATCH v2 1/2] part 1');
  });
});

describe('words about patterns', () => {
  it('fit two sentences of plain text', () => {
    for (const pattern of catalog.patterns) {
      const summary = patternSummary(pattern);
      expect(summary, pattern.id).toMatch(/^[^`\n]{20,600}[.?!]$/);
    }
  });

  it('make a page with every part of the pattern', () => {
    for (const pattern of catalog.patterns) {
      const page = patternPage(pattern, catalog);
      for (const text of [...pattern.checks, ...pattern.questions, pattern.goodExplanation])
        expect(page, pattern.id).toContain(text);
      expect(page.match(/^```/gm)?.length, pattern.id).toBe(pattern.examples.length * 2);
    }
  });

  it('hover without letting code become markup', () => {
    const hostile = annotation(1, {
      title: 'Call of <img src=x>',
      question: 'Does [this](command:bad) hold?',
      facets: { ...FACETS, phaseReason: '**slot**' },
    });
    const hover = annotationHover(hostile, undefined);
    expect(hover).not.toMatch(/(?<!\\)<img/);
    expect(hover).not.toMatch(/(?<!\\)\[this(?<!\\)\]\(/);
    expect(hover).toContain('\\*\\*slot\\*\\*');
  });
});
