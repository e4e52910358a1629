import { analyze } from '../../../src/core/analyze.ts';
import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import type { Language } from '../../../src/core/patch/language.ts';
import { readSeries } from '../../../src/core/patch/readSeries.ts';
import type { Series } from '../../../src/core/patch/series.ts';
import type { Assets } from '../../../src/core/ports.ts';
import type { Problem } from '../../../src/core/problem.ts';
import { createEngine, type Engine } from '../../../src/core/syntax/engine.ts';
import { type Figure, median } from './figure.ts';
import { processorTime } from './processorTime.ts';

const ROUNDS = 5;

/**
 * How long the analysis of a mailbox takes from its hunks alone, against a bare parse of the same hunks by the same engine:
 * of both sides, as the analysis looks at what is removed too, and of the new side alone.
 */
export async function measureAnalysis(assets: Assets, mailbox: Uint8Array): Promise<readonly Figure[]> {
  const [engine, catalog] = [await createEngine(assets), await loadCatalog(assets)];
  const { series, problems, time: reading } = await read(mailbox);
  const [added, removed] = [sides(series, 'removed'), sides(series, 'added')];
  const times: { readonly parse: number; readonly both: number; readonly analysis: number }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const parse = await processorTime(() => {
      parseAll(engine, added);
    });
    const other = await processorTime(() => {
      parseAll(engine, removed);
    });
    const analysis = await processorTime(() => analyze(engine, catalog, { value: series, problems }));
    // The first round warms up.
    if (round > 0) times.push({ parse, both: parse + other, analysis });
  }
  const analysis = median(times.map((time) => time.analysis));
  const against = (what: string, parse: number, limit: number | undefined, of: string): Figure => ({
    ...{ what, value: analysis / parse, unit: 'times', limit },
    note: `a bare parse of ${of} ${added.length} hunks (${analysis.toFixed(0)} and ${parse.toFixed(0)} ms of the processor)`,
  });
  const patches = series.patches.length;
  const megabytes = mailbox.length / 1e6;
  return [
    against('Analysis from hunks alone', median(times.map(({ both }) => both)), 3, 'both sides of'),
    against('  the same', median(times.map(({ parse }) => parse)), undefined, 'the new side of'),
    {
      what: '  patches in a second of the processor',
      value: (1000 * patches) / (reading + analysis),
      unit: '',
      limit: undefined,
      note: `with ${reading.toFixed(0)} ms for reading ${patches} mails of ${megabytes.toFixed(1)} MB`,
    },
  ];
}

async function read(
  bytes: Uint8Array,
): Promise<{ series: Series; problems: readonly Problem[]; time: number }> {
  let answer: Awaited<ReturnType<typeof readSeries>> | undefined;
  const time = await processorTime(async () => {
    answer = await readSeries([{ name: 'bench.mbox', bytes }]);
  });
  const series = answer?.value[0];
  if (!answer || !series) throw new Error('the mailbox holds no series');
  return { series, problems: answer.problems, time };
}

interface HunkText {
  readonly language: Language;
  readonly text: string;
}

/** The text of each hunk without its lines of one kind; hunks that show nothing else are left out. */
function sides({ patches }: Series, without: 'added' | 'removed'): readonly HunkText[] {
  return patches.flatMap(({ files }) =>
    files.flatMap(({ language, hunks }) =>
      language === undefined
        ? []
        : hunks.map(({ lines }) => ({
            language,
            text: lines
              .filter(({ kind }) => kind !== without)
              .map(({ text }) => `${text}\n`)
              .join(''),
          })),
    ),
  );
}

function parseAll(engine: Engine, hunks: readonly HunkText[]): void {
  for (const { language, text } of hunks) engine.parse(language, text).delete();
}
