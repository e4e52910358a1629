import { setFlagsFromString } from 'node:v8';
import { analyze } from '../core/analyze.ts';
import type { Analysis } from '../core/analysis.ts';
import { loadCatalog } from '../core/catalog/loadCatalog.ts';
import { projectCatalog } from '../core/catalog/projectCatalog.ts';
import { formatJson } from '../core/output/formatJson.ts';
import { formatMarkdown } from '../core/output/formatMarkdown.ts';
import { formatText } from '../core/output/formatText.ts';
import type { Problem } from '../core/problem.ts';
import { emptyReview } from '../core/review/emptyReview.ts';
import { createEngine } from '../core/syntax/engine.ts';
import { diskAssets } from '../node/assets.ts';
import { openRepository, type Repository } from '../node/git.ts';
import { readProjectFiles } from '../node/projectFiles.ts';
import { EXIT, exitCodeOf } from './exitCode.ts';
import type { Outcome } from './outcome.ts';
import { problemLines } from './problemLines.ts';
import type { CheckOptions, Format } from './options.ts';
import { resolveCounterparts } from './resolveCounterparts.ts';
import { readSource } from './readSource.ts';

/**
 * Up to this input size the simple WASM compiler alone is faster in sum: the optimising one costs more at the start than
 * it gains.
 */
const SMALL_INPUT = 200_000;

/** Runs a check. `assets` is the directory of the shipped files; `colour` is whether text is coloured. */
export async function check(options: CheckOptions, assets: string, colour: boolean): Promise<Outcome> {
  const opened = await openFor(options);
  try {
    return await checkWith(options, assets, colour, opened.repository, opened.problems);
  } finally {
    opened.repository?.dispose();
  }
}

async function openFor(
  options: CheckOptions,
): Promise<{ repository: Repository | undefined; problems: readonly Problem[] }> {
  if (options.source.kind === 'files' && options.repo === undefined)
    return { repository: undefined, problems: [] };
  const { value, problems } = await openRepository(options.repo ?? process.cwd());
  return { repository: value, problems };
}

async function checkWith(
  options: CheckOptions,
  directory: string,
  colour: boolean,
  repository: Repository | undefined,
  opening: readonly Problem[],
): Promise<Outcome> {
  const source = await readSource(options.source, repository);
  if (source.size < SMALL_INPUT) setFlagsFromString('--liftoff-only');
  const assets = diskAssets(directory);
  const project = await projectCatalog(
    await loadCatalog(assets),
    await readProjectFiles(options.repo ?? process.cwd()),
  );
  const { catalog } = project;
  const profile = options.profile ?? project.profile;
  if (profile !== undefined && !catalog.profiles.some(({ id }) => id === profile)) {
    const known = catalog.profiles.map(({ id }) => id).join(', ');
    const err = `interop-review: there is no profile ${JSON.stringify(profile)}; known are ${known}.\n`;
    return { out: '', err, exitCode: EXIT.usage };
  }
  const read = await source.read();
  const problems = [...project.problems, ...opening, ...read.problems];
  if (!read.value) return unread(problems, options.format);
  const engine = await createEngine(assets);
  const analysis = await analyze(
    engine,
    catalog,
    { value: read.value, problems },
    { ...(repository && { blobs: repository }), ...(profile !== undefined && { profile }) },
  );
  const exitCode = exitCodeOf(analysis);
  if (!options.counterparts) return { out: formatted(analysis, options, colour), err: '', exitCode };
  const counterparts = await resolveCounterparts(engine, analysis, repository);
  return { out: formatJson(analysis, undefined, counterparts), err: '', exitCode };
}

function formatted(analysis: Analysis, { format, notes }: CheckOptions, colour: boolean): string {
  switch (format) {
    case 'json':
      return formatJson(analysis);
    case 'markdown':
      return formatMarkdown(analysis, emptyReview(analysis.series), { notes });
    case 'text':
      return formatText(analysis, { colour, notes });
  }
}

/** There is no series: programs get an empty report with the problems, people get them on standard error. */
function unread(problems: readonly Problem[], format: Format): Outcome {
  const err = problemLines(problems);
  if (format !== 'json') return { out: '', err, exitCode: EXIT.partial };
  const series = {
    id: '',
    changeId: undefined,
    subject: '',
    version: 1,
    total: 0,
    cover: undefined,
    patches: [],
    baseCommit: undefined,
    recipients: [],
  };
  const out = formatJson({ series, profile: '', patches: [], problems });
  return { out, err, exitCode: EXIT.partial };
}
