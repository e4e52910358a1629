// Each folder beside this file: `series.mbox` (or the series that ships under the folder's name) and perhaps `review.json`
// in, the other files out. After a change that is meant, UPDATE_GOLDEN=1 writes them anew; read the difference before
// keeping it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/core/analysis.ts';
import { analyze } from '../../src/core/analyze.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import { formatJson } from '../../src/core/output/formatJson.ts';
import { formatMarkdown } from '../../src/core/output/formatMarkdown.ts';
import { formatText } from '../../src/core/output/formatText.ts';
import { replyMails } from '../../src/core/output/replyMails.ts';
import { readSeries } from '../../src/core/patch/readSeries.ts';
import { emptyReview } from '../../src/core/review/emptyReview.ts';
import { readReview } from '../../src/core/review/readReview.ts';
import type { Review } from '../../src/core/review/review.ts';
import { createEngine, type Engine } from '../../src/core/syntax/engine.ts';
import { testAssets } from '../unit/assets.ts';

const here = import.meta.dirname;
const shipped = join(here, '../../media/example');
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function tools(): Promise<{ engine: Engine; catalog: Catalog }> {
  const assets = testAssets();
  return { engine: await createEngine(assets), catalog: await loadCatalog(assets) };
}
const shared = tools();

async function analyzed(folder: string): Promise<Analysis> {
  const path = [join(folder, 'series.mbox'), join(shipped, `${basename(folder)}.mbox`)].find(existsSync);
  if (path === undefined) throw new Error(`no series for ${folder}`);
  const { value, problems } = await readSeries([{ name: 'series.mbox', bytes: readFileSync(path) }]);
  const series = value.at(-1);
  if (!series) throw new Error(`no series in ${folder}`);
  const { engine, catalog } = await shared;
  return analyze(engine, catalog, { value: series, problems });
}

function reviewIn(folder: string, analysis: Analysis): Review {
  const path = join(folder, 'review.json');
  if (!existsSync(path)) return emptyReview(analysis.series);
  const { value, problems } = readReview(readFileSync(path, 'utf8'), path);
  expect(problems).toEqual([]);
  return value ?? emptyReview(analysis.series);
}

it('has cases', () => {
  expect(cases).toEqual(expect.arrayContaining(['fan-series', 'fan-v1', 'fan-v2']));
});

describe.each(cases)('%s', (name) => {
  const folder = join(here, name);
  const outputs: Record<string, string> = {};
  const files = ['report.json', 'report.txt', 'review.md'];
  if (existsSync(join(folder, 'review.json'))) files.push('reply.txt');

  beforeAll(async () => {
    const analysis = await analyzed(folder);
    const review = reviewIn(folder, analysis);
    outputs['report.json'] = formatJson(analysis);
    outputs['report.txt'] = formatText(analysis, { colour: false, notes: false });
    outputs['review.md'] = formatMarkdown(analysis, review);
    outputs['reply.txt'] = replyMails(analysis, review, { from: 'Reviewer Two <two@example.org>' })
      .map(({ text }) => text)
      .join(`${'='.repeat(72)}\n`);
  });

  it.each(files)('gives %s', (file) => {
    const path = join(folder, file);
    const text = outputs[file] ?? '';
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
