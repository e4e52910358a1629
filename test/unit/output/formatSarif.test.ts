import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotate/annotation.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import type { CrossingResult } from '../../../src/core/counterpart/counterpart.ts';
import { formatSarif } from '../../../src/core/output/sarif/formatSarif.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { testAssets } from '../assets.ts';
import { analysis, annotation, file, hunk, patch, series } from '../review/sample.ts';

const { patterns } = await loadCatalog(testAssets());

interface Given {
  readonly path?: string;
  readonly problems?: readonly Problem[];
  readonly counterparts?: ReadonlyMap<string, CrossingResult>;
}

function runOf(found: readonly Annotation[], given: Given = {}): Run {
  const { path = 'hw/a.rs', problems = [], counterparts = new Map<string, CrossingResult>() } = given;
  const value = analysis(series([patch(1, [file(path, [hunk(1, ['+x'])])])]), [[found]], { problems });
  const text = formatSarif(value, { version: '1.2.3', patterns, notes: false, counterparts });
  const log = JSON.parse(text) as Log;
  expect(log).toMatchObject({ version: '2.1.0', runs: { length: 1 } });
  const [run] = log.runs;
  if (!run) throw new Error('no run');
  return run;
}

describe('a result', () => {
  it('names its rule, its place and an id that stays', () => {
    const run = runOf([annotation(7, { endLine: 9, item: 'impl Fan' })]);
    expect(run.results).toEqual([
      expect.objectContaining({
        ruleId: 'unsafe-block',
        ruleIndex: 0,
        level: 'warning',
        partialFingerprints: { 'annotation/v1': 'a7' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'hw/a.rs', uriBaseId: '%SRCROOT%' },
              region: { startLine: 7, endLine: 9, startColumn: 5 },
            },
            logicalLocations: [{ fullyQualifiedName: 'impl Fan' }],
          },
        ],
      }),
    ]);
    expect(run.tool.driver.rules).toEqual([
      expect.objectContaining({ id: 'unsafe-block', shortDescription: { text: 'Unsafe block' } }),
    ]);
  });

  it('has no region for what the patch removes, and says where it was', () => {
    const [result] = runOf([annotation(7, { side: 'old', item: null })]).results ?? [];
    expect(result?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'hw/a.rs', uriBaseId: '%SRCROOT%' } } },
    ]);
    expect(result?.message.text).toContain('removed from line 7');
  });

  it('writes a path as a URI reference', () => {
    const [result] = runOf([annotation(7)], { path: 'a b/c:d/#é.rs' }).results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe('a%20b/c%3Ad/%23%C3%A9.rs');
  });

  it('has the counterparts as related locations, and the differences in its text', () => {
    const place = { path: 'hw/a.c', line: 3, endLine: 4, text: 'int a(void);', doc: '' };
    const how = { rule: 'same-symbol', foundIn: 'tree', confidence: 'certain' } as const;
    const crossing: CrossingResult = {
      annotation: 'a7',
      status: 'found',
      sought: ['a'],
      counterparts: [{ ...place, ...how, language: 'c', symbol: 'a' }],
      disagreements: [],
    };
    const [result] = runOf([annotation(7)], { counterparts: new Map([['a7', crossing]]) }).results ?? [];
    expect(result?.relatedLocations).toEqual([
      {
        id: 0,
        physicalLocation: {
          artifactLocation: { uri: 'hw/a.c', uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, endLine: 4 },
        },
        message: { text: 'C side: a (found by same-symbol)' },
      },
    ]);
  });
});

describe('the run', () => {
  it('leaves notes out and says how many there are', () => {
    const run = runOf([annotation(7, { attention: 'note' })]);
    expect(run.results).toEqual([]);
    expect(run.invocations?.[0]?.toolExecutionNotifications).toContainEqual({
      level: 'note',
      message: { text: '1 annotation: 0 look-first, 0 check, 1 note.' },
    });
  });

  it('is unsuccessful when annotations may be missing', () => {
    const [invocation] =
      runOf([annotation(7)], { problems: [{ code: 'truncated-mail', message: 'Cut.', at: 'x:1' }] })
        .invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    expect(invocation?.toolExecutionNotifications?.[0]).toEqual({
      descriptor: { id: 'truncated-mail' },
      level: 'error',
      message: { text: 'x:1: Cut.' },
    });
  });
});
