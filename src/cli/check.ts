import { setFlagsFromString } from 'node:v8';
import { analyze } from '../core/analyze.ts';
import type { Analysis } from '../core/analysis.ts';
import { loadCatalog } from '../core/catalog/loadCatalog.ts';
import { projectCatalog } from '../core/catalog/projectCatalog.ts';
import type { CrossingResult } from '../core/counterpart/counterpart.ts';
import type { OneSided } from '../core/counterpart/parity/oneSided.ts';
import { formatB4Check } from '../core/output/formatB4Check.ts';
import { formatGithub } from '../core/output/formatGithub.ts';
import { formatJson } from '../core/output/formatJson.ts';
import { formatLines } from '../core/output/formatLines.ts';
import { formatMarkdown } from '../core/output/formatMarkdown.ts';
import { formatText } from '../core/output/formatText.ts';
import { formatSarif, type SarifOptions } from '../core/output/sarif/formatSarif.ts';
import { localSeries } from '../core/patch/localSeries.ts';
import type { Problem } from '../core/problem.ts';
import { emptyReview } from '../core/review/emptyReview.ts';
import { createEngine } from '../core/syntax/engine.ts';
import { diskAssets } from '../node/assets.ts';
import { openRepository, type Repository } from '../node/git.ts';
import { readProjectFiles } from '../node/projectFiles.ts';
import { EXIT, exitCodeOf } from './exitCode.ts';
import type { Outcome } from './outcome.ts';
import { problemLines } from './problemLines.ts';
import type { CheckOptions } from './options.ts';
import { findOneSided, resolveCounterparts } from './resolveCounterparts.ts';
import { readSource } from './readSource.ts';

/**
 * Up to this input size the simple WASM compiler alone is faster in sum: the optimising one costs more at the start than
 * it gains.
 */
const SMALL_INPUT = 200_000;
const QUICK_START = ['--liftoff-only'];

/** What a long series leaves behind is collected before it fills the memory: 100 MB less for a sixth more time. */
const SMALL_HEAP = ['--semi-space-growth-factor=1', '--heap-growing-percent=20'];

/** What a check needs to know of the program and of where its output goes. */
export interface CheckSetting {
  /** Directory of the shipped files. */
  readonly assets: string;
  readonly version: string;
  /** Whether text is coloured. */
  readonly colour: boolean;
}

/** Runs a check. */
export async function check(options: CheckOptions, setting: CheckSetting): Promise<Outcome> {
  const opened = await openFor(options);
  try {
    return await checkWith(options, setting, opened.repository, opened.problems);
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
  setting: CheckSetting,
  repository: Repository | undefined,
  opening: readonly Problem[],
): Promise<Outcome> {
  const source = await readSource(options.source, repository);
  const flags = source.size < SMALL_INPUT ? QUICK_START : SMALL_HEAP;
  for (const flag of flags) setFlagsFromString(flag);
  const assets = diskAssets(setting.assets);
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
  const report = { ...setting, patterns: catalog.patterns, counterparts: new Map<string, CrossingResult>() };
  if (!read.value) return unread(problems, options, report);
  const engine = await createEngine(assets);
  const analysis = await analyze(
    engine,
    catalog,
    { value: read.value, problems },
    { ...(repository && { blobs: repository }), ...(profile !== undefined && { profile }) },
  );
  const counterparts = options.counterparts
    ? await resolveCounterparts(engine, analysis, repository)
    : report.counterparts;
  const oneSided =
    repository && (options.format === 'text' || options.format === 'json')
      ? await findOneSided(analysis, repository)
      : undefined;
  const out = formatted(analysis, options, { ...report, counterparts, ...(oneSided && { oneSided }) });
  // b4 takes what goes to standard error for a failed check, and the lines leave problems out.
  const err = options.format === 'lines' ? problemLines(analysis.problems) : '';
  return { out, err, exitCode: exitCodeOf(analysis, options.failOn) };
}

/** What reports are made from beside the analysis. */
interface ReportParts extends Omit<SarifOptions, 'notes'> {
  readonly colour: boolean;
  readonly oneSided?: readonly OneSided[];
}

function formatted(analysis: Analysis, { format, notes }: CheckOptions, parts: ReportParts): string {
  switch (format) {
    case 'json':
      return formatJson(analysis, undefined, parts.counterparts, parts.oneSided);
    case 'markdown':
      return formatMarkdown(analysis, emptyReview(analysis.series), { notes });
    case 'text':
      return formatText(analysis, { ...parts, notes });
    case 'lines':
      return formatLines(analysis, { notes });
    case 'sarif':
      return formatSarif(analysis, { ...parts, notes });
    case 'github':
      return formatGithub(analysis, { notes });
    case 'b4':
      return formatB4Check(analysis, { notes });
  }
}

/** There is no series: programs get an empty report with the problems, people get them on standard error. */
function unread(problems: readonly Problem[], options: CheckOptions, parts: ReportParts): Outcome {
  if (['text', 'markdown', 'lines'].includes(options.format))
    return { out: '', err: problemLines(problems), exitCode: EXIT.partial };
  const analysis = { series: localSeries('', ''), profile: '', patches: [], problems };
  return { out: formatted(analysis, options, parts), err: problemLines(problems), exitCode: EXIT.partial };
}
