import type { Analysis } from '../analysis.ts';
import type { CrossingResult } from '../counterpart/counterpart.ts';
import type { OneSided } from '../counterpart/parity/oneSided.ts';
import type { Annotation, FileAnnotations } from '../annotate/annotation.ts';
import type { FileChange } from '../patch/series.ts';
import type { Review } from '../review/review.ts';
import { markData } from '../review/writeReview.ts';

/** Version of the JSON report; it changes when a key changes its meaning or goes away. */
const REPORT_FORMAT = 1;

/**
 * The analysis as JSON for other programs: stable keys in a fixed order, two spaces, and a final line end. With a review,
 * its marks come as `review`, as its file has them; with `counterparts`, by annotation, each crossing has its other side;
 * `oneSided` are files that change while their twin stays.
 */
export function formatJson(
  analysis: Analysis,
  review?: Review,
  counterparts: Counterparts = new Map(),
  oneSided?: readonly OneSided[],
): string {
  const { series } = analysis;
  const report = {
    format: REPORT_FORMAT,
    series: { subject: series.subject, version: series.version, patches: series.patches.length },
    patches: series.patches.map((patch, index) => ({
      id: patch.id,
      subject: patch.message.subject,
      position: patch.position,
      files: patch.files.map((file, fileIndex) =>
        fileData(file, analysis.patches[index]?.files[fileIndex], counterparts),
      ),
    })),
    houseRules: (analysis.houseNotes ?? []).map(({ rule, text, url, patches, missing }) => ({
      ...{ rule, text, url, patches, missing },
    })),
    ...(oneSided && { oneSided: oneSided.map(({ path, twin }) => ({ path, twin })) }),
    problems: analysis.problems.map(({ code, message, at }) => ({ code, message, at })),
    ...(review && { review: { reviewer: review.reviewer, marks: review.marks.map(markData) } }),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

type Counterparts = ReadonlyMap<string, CrossingResult>;

function fileData(file: FileChange, found: FileAnnotations | undefined, counterparts: Counterparts): object {
  return {
    oldPath: file.oldPath,
    newPath: file.newPath,
    language: file.language ?? null,
    image: found?.image ?? 'none',
    annotations: (found?.annotations ?? []).map((annotation) =>
      annotationData(annotation, counterparts.get(annotation.id)),
    ),
  };
}

function annotationData(annotation: Annotation, crossing: CrossingResult | undefined): object {
  const { layer, phase, visibility, explainedBy, origin, confidence } = annotation.facets;
  return {
    id: annotation.id,
    pattern: annotation.pattern,
    category: annotation.category,
    attention: annotation.attention,
    side: annotation.side,
    line: annotation.line,
    endLine: annotation.endLine,
    column: annotation.column,
    title: annotation.title,
    question: annotation.question,
    facets: { layer, phase, visibility, explainedBy, origin, confidence },
    ...(annotation.conditions && { conditions: annotation.conditions }),
    counterpart: crossing && saysSomething(crossing) ? counterpartData(crossing) : null,
  };
}

function saysSomething({ status, disagreements, slots }: CrossingResult): boolean {
  return status !== 'not-applicable' || disagreements.length > 0 || slots !== undefined;
}

/** Best place first; `disagreements` are questions with the text of both sides. */
function counterpartData({
  status,
  sought,
  counterparts,
  disagreements,
  slots = [],
}: CrossingResult): object {
  return {
    status,
    sought,
    places: counterparts.map(
      ({ language, path, line, endLine, symbol, rule, foundIn, confidence, text, doc }) => ({
        ...{ language, path, line, endLine, symbol, rule, foundIn, confidence, text, doc },
      }),
    ),
    disagreements: disagreements.map(({ kind, subject, question, targets, c, rust }) => ({
      ...{ kind, subject, question, targets, c, rust },
    })),
    ...(slots.length > 0 && {
      slots: slots.map(({ name, standing, value, doc, c }) => ({ name, standing, value, doc, c })),
    }),
  };
}
