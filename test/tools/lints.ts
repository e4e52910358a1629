// npm run oracle -- [--show N] DIR…
// Compares annotations with what lints report, on folders of NAME.rs files beside NAME.stderr (or NAME.default.stderr) such
// as lint test suites have. Prints agreement per lint, and differences to look at.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from '../../src/core/analyze.ts';
import type { Annotation } from '../../src/core/annotate/annotation.ts';
import { loadCatalog } from '../../src/core/catalog/loadCatalog.ts';
import type { Catalog } from '../../src/core/catalog/catalog.ts';
import { readSeries } from '../../src/core/patch/readSeries.ts';
import { createEngine, type Engine } from '../../src/core/syntax/engine.ts';
import { diskAssets } from '../../src/node/assets.ts';
import { CLAIMS } from './lints/claims.ts';
import { type Finding, readFindings } from './lints/expected.ts';

interface Agreement {
  both: number;
  readonly onlyOurs: string[];
  readonly onlyLint: string[];
}

/** The file as a patch that adds it. */
async function annotate(engine: Engine, catalog: Catalog, text: string): Promise<readonly Annotation[]> {
  const lines = text.replace(/\n$/, '').split('\n');
  const diff = `diff --git a/src/lint.rs b/src/lint.rs\nnew file mode 100644\n--- /dev/null\n+++ b/src/lint.rs\n@@ -0,0 +1,${lines.length} @@\n${lines.map((line) => `+${line}\n`).join('')}`;
  const read = await readSeries([{ name: 'lint.diff', bytes: new TextEncoder().encode(diff) }]);
  const [series] = read.value;
  if (!series) throw new Error(read.problems.map(({ message }) => message).join(' '));
  const analysis = await analyze(engine, catalog, { value: series, problems: [] });
  return analysis.patches.flatMap(({ files }) => files.flatMap(({ annotations }) => annotations));
}

function compare(
  agreements: Map<string, Agreement>,
  name: string,
  lines: readonly string[],
  annotations: readonly Annotation[],
  findings: readonly Finding[],
): void {
  for (const lint of new Set(findings.map((finding) => finding.lint))) {
    const claim = CLAIMS[lint];
    if (!claim) continue;
    const agreement = agreements.get(lint) ?? { both: 0, onlyOurs: [], onlyLint: [] };
    agreements.set(lint, agreement);
    const shown = (line: number): string => `${name}:${line} ${(lines[line - 1] ?? '').trim()}`;
    const ours = new Set(
      annotations.filter((one) => claim.claims(one, lines[one.line - 1] ?? '')).map(({ line }) => line),
    );
    const reported = new Set(findings.filter((one) => one.lint === lint).map((one) => one.line));
    const pair = (line: number, reach: number): void => {
      const at = [...ours].find((own) => Math.abs(own - line) <= reach);
      if (at === undefined) return;
      agreement.both++;
      ours.delete(at);
      reported.delete(line);
    };
    for (const line of reported) pair(line, 0);
    for (const line of reported) pair(line, claim.reach);
    for (const line of reported) agreement.onlyLint.push(shown(line));
    for (const line of ours) agreement.onlyOurs.push(shown(line));
  }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { show: { type: 'string', default: '20' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new Error('Name at least one folder of .rs and .stderr files.');
  const assets = diskAssets(join(process.cwd(), 'dist'));
  const [catalog, engine] = [await loadCatalog(assets), await createEngine(assets)];
  const agreements = new Map<string, Agreement>();
  for (const directory of positionals)
    for (const name of (await readdir(directory, { recursive: true })).filter((file) =>
      file.endsWith('.rs'),
    )) {
      const path = join(directory, name);
      const printed = ['.stderr', '.default.stderr']
        .map((end) => path.replace(/\.rs$/, end))
        .find(existsSync);
      if (printed === undefined) continue;
      const text = await readFile(path, 'utf8');
      const findings = readFindings(await readFile(printed, 'utf8'), basename(path));
      compare(agreements, name, text.split('\n'), await annotate(engine, catalog, text), findings);
    }
  for (const [lint, { both, onlyOurs, onlyLint }] of agreements) {
    const precision = (both / (both + onlyOurs.length)).toFixed(3);
    const recall = (both / (both + onlyLint.length)).toFixed(3);
    console.log(
      `${lint}: precision ${precision} recall ${recall} (${both} agree, ${onlyOurs.length} only ours, ${onlyLint.length} only the lint's)`,
    );
    for (const place of onlyOurs.slice(0, Number(values.show))) console.log(`  only ours: ${place}`);
    for (const place of onlyLint.slice(0, Number(values.show))) console.log(`  only the lint: ${place}`);
  }
}

void main();
