// Each folder beside this file: `series.mbox` and perhaps `review.json` in, the other files out. After a change that is meant,
// UPDATE_GOLDEN=1 writes them anew; read the difference before keeping it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Analysis } from '../../src/core/analysis.ts';
import { analyze } from '../../src/core/analyze.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import { formatJson } from '../../src/core/output/formatJson.ts';
import { formatMarkdown } from '../../src/core/output/formatMarkdown.ts';
import { formatText } from '../../src/core/output/formatText.ts';
import { replyMails } from '../../src/core/output/replyMails.ts';
import { readSeries } from '../../src/core/patch/readSeries.ts';
import { emptyReview } from '../../src/core/review/emptyReview.ts';
import { readReview } from '../../src/core/review/readReview.ts';
import type { Review } from '../../src/core/review/review.ts';
import { createEngine } from '../../src/core/syntax/engine.ts';
import { testAssets } from '../unit/assets.ts';

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

async function analyzed(folder: string): Promise<Analysis> {
  const assets = testAssets();
  const bytes = readFileSync(join(folder, 'series.mbox'));
  const { value, problems } = await readSeries([{ name: 'series.mbox', bytes }]);
  const series = value.at(-1);
  if (!series) throw new Error(`no series in ${folder}`);
  return analyze(await createEngine(assets), await loadCatalog(assets), { value: series, problems });
}

function reviewIn(folder: string, analysis: Analysis): Review {
  const path = join(folder, 'review.json');
  if (!existsSync(path)) return emptyReview(analysis.series);
  const { value, problems } = readReview(readFileSync(path, 'utf8'), path);
  expect(problems).toEqual([]);
  return value ?? emptyReview(analysis.series);
}

it('has cases', () => {
  expect(cases).toContain('fan-series');
});

describe.each(cases)('%s', (name) => {
  const folder = join(here, name);
  const outputs: Record<string, string> = {};

  beforeAll(async () => {
    const analysis = await analyzed(folder);
    const review = reviewIn(folder, analysis);
    outputs['report.json'] = formatJson(analysis);
    outputs['report.txt'] = formatText(analysis, { colour: false });
    outputs['review.md'] = formatMarkdown(analysis, review);
    outputs['reply.txt'] = replyMails(analysis, review, { from: 'Reviewer Two <two@example.org>' })
      .map(({ text }) => text)
      .join(`${'='.repeat(72)}\n`);
  });

  it.each(['report.json', 'report.txt', 'review.md', 'reply.txt'])('gives %s', (file) => {
    const path = join(folder, file);
    const text = outputs[file] ?? '';
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
