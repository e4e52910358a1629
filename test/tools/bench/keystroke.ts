import { loadCatalog } from '../../../src/core/catalog/loadCatalog.ts';
import type { Language } from '../../../src/core/patch/language.ts';
import type { Assets } from '../../../src/core/ports.ts';
import { createEngine } from '../../../src/core/syntax/engine.ts';
import { followingEngine } from '../../../src/core/syntax/followingEngine.ts';
import { analyzeChanges } from '../../../src/host/authoring/changeAnalysis.ts';
import { C_ITEMS } from './cItems.ts';
import { type Figure, median } from './figure.ts';
import { processorTime } from './processorTime.ts';
import { RUST_ITEMS } from './rustItems.ts';

const LINES = 5000;
const KEYS = 25;
const WARM_UP = 5;
/** What a keystroke may cost. */
const LIMIT_MS = 50;

/** A file as it was committed, and what is being typed in the middle of it. */
interface Typed {
  readonly language: Language;
  readonly path: string;
  readonly before: readonly string[];
  readonly insertion: string;
}

/**
 * How long it takes to know what is asked about a file of 5,000 lines after each key: in the middle of it an item is
 * being typed, so that the text is unfinished most of the time. Measured against parsing the same text anew and doing nothing with it.
 */
export async function measureKeystroke(assets: Assets): Promise<readonly Figure[]> {
  const [engine, catalog] = [await createEngine(assets), await loadCatalog(assets)];
  const files: readonly Typed[] = [
    typedFile('rust', 'rust/hw/fan/src/device.rs', RUST_ITEMS),
    typedFile('c', 'hw/misc/fan.c', C_ITEMS),
  ];
  const figures: Figure[] = [];
  for (const file of files) {
    const times: { readonly parse: number; readonly analysis: number }[] = [];
    const before = textOf(file.before);
    const following = followingEngine(engine);
    for (let key = 0; key < KEYS + WARM_UP; key++) {
      const after = textOf(afterKeys(file, key));
      const parse = await processorTime(() => {
        engine.parse(file.language, after).delete();
      });
      const analysis = await processorTime(async () => {
        const { analysis } = await analyzeChanges({ engine: following, catalog }, [
          { path: file.path, before, after },
        ]);
        if (analysis.patches[0]?.files[0]?.image !== 'whole') throw new Error('the file is not read whole');
      });
      if (key >= WARM_UP) times.push({ parse, analysis });
    }
    const [parse, analysis] = [
      median(times.map((one) => one.parse)),
      median(times.map((one) => one.analysis)),
    ];
    const name = file.language === 'c' ? 'C' : 'Rust';
    figures.push(
      {
        what: `Analysis after a key, ${LINES} lines of ${name}`,
        value: analysis,
        unit: 'ms',
        limit: LIMIT_MS,
        note: `slowest of ${KEYS} keys ${Math.max(...times.map((one) => one.analysis)).toFixed(0)} ms`,
      },
      {
        what: '  the same',
        value: analysis / parse,
        unit: 'times',
        limit: undefined,
        note: `parsing the same text anew and no more (${parse.toFixed(1)} ms)`,
      },
    );
  }
  return figures;
}

function typedFile(language: Language, path: string, items: readonly string[]): Typed {
  const before: string[] = [];
  for (let at = 0; before.length < LINES; at++) {
    const item = (items[at % items.length] ?? '').replaceAll(/fan/gi, (name) => `${name}${at}`);
    before.push('', ...linesOf(item, '+'));
  }
  return {
    language,
    path,
    before: before.slice(0, LINES),
    insertion: linesOf(items.join('\n \n'), '-').join('\n'),
  };
}

/** Lines of an item without those of the one state. */
function linesOf(item: string, without: '+' | '-'): readonly string[] {
  return item
    .split('\n')
    .filter((line) => !line.startsWith(without))
    .map((line) => line.slice(1));
}

/** The file after so many keys, each of which brings a few characters, as completion does. */
function afterKeys({ before, insertion }: Typed, keys: number): readonly string[] {
  const middle = before.findIndex((line, at) => at >= before.length / 2 && line === '');
  const written = insertion.slice(0, 8 * (keys + 1)).split('\n');
  return [...before.slice(0, middle), '', ...written, ...before.slice(middle)];
}

function textOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
