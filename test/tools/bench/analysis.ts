import { analyze } from '../../../src/core/analyze.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import type { Language } from '../../../src/core/patch/language.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { Assets } from '../../../src/core/ports.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { createEngine, type Engine } from '../../../src/core/syntax/engine.ts';
import { type Figure, median } from './figure.ts';

const ROUNDS = 5;

/** How long the analysis of a mailbox takes from its hunks alone, against a bare parse of the same hunks by the same engine. */
export async function measureAnalysis(assets: Assets, mailbox: Uint8Array): Promise<readonly Figure[]> {
  const [engine, catalog] = [await createEngine(assets), await loadCatalog(assets)];
  const { series, problems, time: reading } = await read(mailbox);
  const hunks = newSides(series);
  const [parsing, analysing]: [number[], number[]] = [[], []];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    parseAll(engine, hunks);
    const between = performance.now();
    await analyze(engine, catalog, { value: series, problems });
    // The first round warms up.
    if (round === 0) continue;
    parsing.push(between - start);
    analysing.push(performance.now() - between);
  }
  const patches = series.patches.length;
  const megabytes = mailbox.length / 1e6;
  return [
    {
      what: 'Analysis from hunks alone',
      value: median(analysing) / median(parsing),
      unit: 'times',
      limit: 3,
      note: `a bare parse of the new side of ${hunks.length} hunks (${median(analysing).toFixed(0)} and ${median(parsing).toFixed(0)} ms)`,
    },
    {
      what: '  patches in a second',
      value: (1000 * patches) / (reading + median(analysing)),
      unit: '',
      limit: undefined,
      note: `with ${reading.toFixed(0)} ms for reading ${patches} mails of ${megabytes.toFixed(1)} MB`,
    },
  ];
}

async function read(
  bytes: Uint8Array,
): Promise<{ series: Series; problems: readonly Problem[]; time: number }> {
  const start = performance.now();
  const { value, problems } = await readSeries([{ name: 'bench.mbox', bytes }]);
  const [series] = value;
  if (!series) throw new Error('the mailbox holds no series');
  return { series, problems, time: performance.now() - start };
}

interface HunkText {
  readonly language: Language;
  readonly text: string;
}

function newSides({ patches }: Series): readonly HunkText[] {
  return patches.flatMap(({ files }) =>
    files.flatMap(({ language, hunks }) =>
      language === undefined
        ? []
        : hunks.map(({ lines }) => ({
            language,
            text: lines
              .filter(({ kind }) => kind !== 'removed')
              .map(({ text }) => `${text}\n`)
              .join(''),
          })),
    ),
  );
}

function parseAll(engine: Engine, hunks: readonly HunkText[]): void {
  for (const { language, text } of hunks) engine.parse(language, text).delete();
}
