import { houseLines } from '../core/output/houseLines.ts';
import type { Analysis } from '../core/analysis.ts';
import type { Annotation, FileAnnotations } from '../core/annotate/annotation.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import type { Pattern } from '../core/catalog/pattern.ts';
import { diffLineText, hunkHeader } from '../core/patch/formatHunk.ts';
import type { Envelope, FileChange, Hunk, Message, Patch } from '../core/patch/series.ts';
import type {
  PanelAnnotation,
  PanelFile,
  PanelHunk,
  PanelLink,
  PanelMessage,
  PanelModel,
  PanelPatch,
  PanelPattern,
} from '../protocol/panelModel.ts';
import { annotationFacts } from './annotationFacts.ts';
import { docLinks } from './docLinks.ts';
import { FilePlaces } from './filePlaces.ts';
import { mappedDocs } from './mappedDocs.ts';
import { panelConditions } from './panelConditions.ts';
import { patternSummary } from './patternSummary.ts';
import { seriesTitle } from './seriesTitle.ts';

/** Links that a repository's profile has for an annotation in a file. */
type DocsOf = (annotation: Annotation, path: string) => readonly PanelLink[];

/** What the panel shows of a series. `tree`: which of `docPaths` the open tree has. */
export function panelModel(
  analysis: Analysis,
  catalog: Catalog,
  tree: ReadonlySet<string> = new Set(),
): PanelModel {
  const { series } = analysis;
  const mappings = catalog.profiles.find(({ id }) => id === analysis.profile)?.docs ?? [];
  const docsOf: DocsOf = (annotation, path) => mappedDocs(mappings, annotation, path);
  const named = new Set(
    analysis.patches.flatMap(({ files }) =>
      files.flatMap(({ annotations }) => annotations.map(({ pattern }) => pattern)),
    ),
  );
  return {
    seriesId: series.id,
    title: seriesTitle(series),
    profile: analysis.profile,
    version: series.version,
    baseCommit: series.baseCommit ?? null,
    cover: series.cover
      ? panelMessage(series.cover.author, series.cover.message, series.cover.envelope)
      : null,
    patches: series.patches.map((patch, index) =>
      panelPatch(patch, series.total, analysis.patches[index]?.files ?? [], docsOf),
    ),
    patterns: catalog.patterns
      .filter(({ id }) => named.has(id))
      .map((pattern) => panelPattern(pattern, analysis.profile, tree)),
    houseRules: houseLines(analysis).map(({ text, url }) => ({
      text,
      link: url === null ? null : { title: new URL(url).hostname, target: url },
    })),
    problems: analysis.problems.map(({ code, message, at }) => ({ code, message, at })),
  };
}

function panelPattern(pattern: Pattern, profile: string, tree: ReadonlySet<string>): PanelPattern {
  const { id, questions } = pattern;
  return { id, questions, docs: docLinks(pattern, profile, tree), about: patternSummary(pattern) };
}

function panelMessage(author: string, message: Message, envelope: Envelope | undefined): PanelMessage {
  return { author, date: envelope?.date ?? null, lines: message.body };
}

function panelPatch(
  patch: Patch,
  total: number,
  found: readonly FileAnnotations[],
  docsOf: DocsOf,
): PanelPatch {
  return {
    id: patch.id,
    position: patch.position,
    total: Math.max(total, patch.position),
    subject: patch.message.subject,
    message: panelMessage(patch.author, patch.message, patch.envelope),
    files: patch.files.map((file, index) => panelFile(file, found[index], docsOf)),
  };
}

function panelFile(file: FileChange, found: FileAnnotations | undefined, docsOf: DocsOf): PanelFile {
  const places = new FilePlaces(file);
  const annotations = (found?.annotations ?? [])
    .flatMap((annotation) =>
      panelAnnotation(annotation, places, docsOf(annotation, file.newPath ?? file.oldPath ?? '')),
    )
    .sort((a, b) => a.hunk - b.hunk || a.row - b.row);
  return {
    oldPath: file.oldPath,
    newPath: file.newPath,
    kind: file.kind,
    language: file.language ?? null,
    image: found?.image ?? 'none',
    layer: found?.layer ?? 'c',
    generated: found?.generated ?? false,
    binary: file.binary,
    added: linesOf(file, 'added'),
    removed: linesOf(file, 'removed'),
    hunks: file.hunks.map(panelHunk),
    annotations,
  };
}

function linesOf(file: FileChange, kind: 'added' | 'removed'): number {
  let count = 0;
  for (const { lines } of file.hunks) for (const line of lines) if (line.kind === kind) count++;
  return count;
}

function panelHunk(hunk: Hunk): PanelHunk {
  return {
    header: hunkHeader(hunk),
    oldStart: hunk.oldStart,
    newStart: hunk.newStart,
    body: hunk.lines.map(diffLineText).join('\n'),
    lineCount: hunk.lines.length,
  };
}

/** None only for a file without any line of the annotation's side, which no annotation can be on. */
function panelAnnotation(
  annotation: Annotation,
  places: FilePlaces,
  docs: readonly PanelLink[],
): readonly PanelAnnotation[] {
  const { id, pattern, category, attention, side, line, endLine, title, question, facets, conditions } =
    annotation;
  const rows = places.rowsOf(side, line, endLine);
  if (!rows) return [];
  return [
    {
      ...{ id, pattern, category, attention, ...rows, side, line, endLine, title, question },
      facts: annotationFacts(annotation),
      explanation: facets.explanation,
      ...(conditions && { conditions: conditions.map(panelConditions) }),
      ...(docs.length > 0 && { docs }),
    },
  ];
}
