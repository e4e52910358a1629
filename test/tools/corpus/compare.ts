import type { Analysis } from '../../../src/core/analysis.ts';
import type { Annotation, FileAnnotations } from '../../../src/core/annotate/annotation.ts';
import type { FileChange, Side } from '../../../src/core/patch/series.ts';
import type { BlobStore } from '../../../src/core/ports.ts';
import type { Engine } from '../../../src/core/syntax/engine.ts';
import { macroLines } from './macroLines.ts';
import { addExample, entry, increase, type Tally } from './tally.ts';

/** What a comparison of one commit needs besides the two analyses. */
export interface Setting {
  readonly engine: Engine;
  readonly blobs: BlobStore;
  /** Patterns that can be trusted on hunks. */
  readonly trusted: ReadonlySet<string>;
  readonly commit: string;
}

/** Adds one commit, analysed from its hunks alone and from whole files, to a tally. */
export async function compare(
  tally: Tally,
  hunks: Analysis,
  whole: Analysis,
  setting: Setting,
): Promise<void> {
  tally.commits++;
  for (const { code } of hunks.problems) increase(tally.hunkProblems, code);
  for (const { code } of whole.problems) increase(tally.wholeProblems, code);
  for (const [index, patch] of whole.series.patches.entries())
    for (const [fileIndex, file] of patch.files.entries()) {
      const ofHunks = hunks.patches[index]?.files[fileIndex];
      const ofWhole = whole.patches[index]?.files[fileIndex];
      if (file.language === undefined || file.hunks.length === 0) continue;
      tally.files++;
      noteSilentSkip(tally, file, hunks, ofHunks, 'none', setting.commit);
      noteSilentSkip(tally, file, whole, ofWhole, 'none', setting.commit);
      noteSilentSkip(tally, file, whole, ofWhole, 'hunks', setting.commit);
      tally.hunkAnnotations += ofHunks?.annotations.length ?? 0;
      tally.wholeAnnotations += ofWhole?.annotations.length ?? 0;
      if (ofHunks?.image === 'hunks' && ofWhole?.image === 'whole')
        await compareFile(tally, file, ofHunks, ofWhole, setting);
      else tally.incomparable++;
    }
}

/** A file that got a lesser image than it could have, or none at all, without a problem that names it. */
function noteSilentSkip(
  tally: Tally,
  file: FileChange,
  { problems }: Analysis,
  found: FileAnnotations | undefined,
  lesser: 'none' | 'hunks',
  commit: string,
): void {
  if ((found?.image ?? 'none') !== lesser) return;
  const paths = [file.oldPath, file.newPath].filter((path) => path !== null);
  if (problems.some(({ at }) => paths.some((path) => at.includes(path)))) return;
  tally.silentSkips++;
  tally.silentExamples.push(`${commit} ${paths.join(' → ')} (${lesser})`);
  tally.silentExamples.splice(20);
}

async function compareFile(
  tally: Tally,
  file: FileChange,
  hunks: FileAnnotations,
  whole: FileAnnotations,
  setting: Setting,
): Promise<void> {
  const ofHunks = byPlace(hunks.annotations);
  const ofWhole = byPlace(whole.annotations);
  const macros: Partial<Record<Side, ReadonlySet<number>>> = {};
  for (const key of new Set([...ofHunks.keys(), ...ofWhole.keys()])) {
    const [inHunk, inWhole] = [ofHunks.get(key), ofWhole.get(key)];
    const annotation = inWhole ?? inHunk;
    if (!annotation) continue;
    const { side, pattern, line } = annotation;
    const how = !inWhole ? 'onlyHunk' : !inHunk ? 'onlyWhole' : 'both';
    if (inHunk && inWhole) noteFacets(tally, inHunk, inWhole);
    let inMacro = annotation.facets.inMacro || Boolean(inHunk?.facets.inMacro);
    if (!inMacro && how !== 'both' && file.language === 'rust')
      inMacro = (macros[side] ??= await macroLinesOf(file, side, setting)).has(line);
    if (!setting.trusted.has(pattern)) tally.unsure[how]++;
    else if (inMacro) tally.macro[how]++;
    else tally.plain[how]++;
    if (inMacro) continue;
    entry(tally.byPattern, pattern)[how]++;
    if (how === 'both') continue;
    const path = side === 'old' ? file.oldPath : file.newPath;
    const what = how === 'onlyHunk' ? 'extra' : 'missed';
    addExample(tally, pattern, `${what} ${setting.commit} ${path ?? ''}:${line} ${side}`);
  }
}

function noteFacets(tally: Tally, inHunk: Annotation, inWhole: Annotation): void {
  tally.pairs++;
  if (inHunk.attention === inWhole.attention) tally.sameAttention++;
  if (inHunk.facets.explainedBy === inWhole.facets.explainedBy) tally.sameExplanation++;
}

function byPlace(annotations: readonly Annotation[]): ReadonlyMap<string, Annotation> {
  return new Map(
    annotations.map((annotation) => [
      `${annotation.side} ${annotation.line} ${annotation.pattern}`,
      annotation,
    ]),
  );
}

async function macroLinesOf(file: FileChange, side: Side, setting: Setting): Promise<ReadonlySet<number>> {
  const oid = side === 'old' ? file.oldOid : file.newOid;
  const bytes = oid === undefined ? undefined : await setting.blobs.blob(oid);
  return bytes ? macroLines(setting.engine, new TextDecoder().decode(bytes)) : new Set();
}
