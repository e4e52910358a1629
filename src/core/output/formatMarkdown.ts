import type { Analysis } from '../analysis.ts';
import { diffLineText } from '../patch/formatHunk.ts';
import type { Patch } from '../patch/series.ts';
import { answersIn } from '../review/answersIn.ts';
import { asksForLook } from '../review/asksForLook.ts';
import { coverageOf } from '../review/coverageOf.ts';
import type { Mark, Review } from '../review/review.ts';
import { pathOn } from '../review/targetText.ts';
import { annotatedLines, type AnnotatedLine } from './annotatedLines.ts';
import { coverageLine } from './coverageLine.ts';
import { facetWords } from './facetWords.ts';
import { codeSpan, fenced, markdownLines, markdownText } from './markdownText.ts';
import { houseLines } from './houseLines.ts';
import { annotationCounts, scopeSentences } from './scope.ts';
import { unlisted, type Unlisted } from './unlisted.ts';

/**
 * The whole review as Markdown (CommonMark): coverage, and for each patch the marks with the lines they are on, and the
 * annotations nobody looked at (notes and generated files are counted unless `notes` is set). Text from patches is quoted in fences and escaped elsewhere; none becomes HTML or a link.
 */
export function formatMarkdown(
  analysis: Analysis,
  review: Review,
  { notes }: { readonly notes: boolean } = { notes: false },
): string {
  const { series } = analysis;
  const version = series.version > 1 ? ` (v${series.version})` : '';
  const coverMarks = review.marks.filter(({ target }) => target.kind === 'cover');
  const blocks: (readonly string[])[] = [
    [`# Review of ${markdownText(series.subject)}${version}`],
    [coverageLine(coverageOf(analysis, review))],
    [[annotationCounts(analysis), ...scopeSentences(analysis)].join(' ')],
    ...(coverMarks.length > 0 ? [['## Cover letter']] : []),
    ...coverMarks.flatMap((mark) => markBlocks(mark, messageLines(mark, series.cover?.message.body ?? []))),
  ];
  for (const [index, patch] of series.patches.entries())
    blocks.push(...patchBlocks(analysis, review, { patch, index, notes }));
  const strays = review.marks.filter(
    ({ target }) => target.kind !== 'cover' && !series.patches.some(({ id }) => id === target.patch),
  );
  if (strays.length > 0) blocks.push(['## Marks on patches that are not here']);
  for (const mark of strays) blocks.push(...markBlocks(mark, mark.anchor.text));
  const house = houseLines(analysis).map(
    ({ text, url }) => `- ${markdownText(text)}${url === null ? '' : ` <${url}>`}`,
  );
  if (house.length > 0) blocks.push(['## House rules'], house);
  if (analysis.problems.length > 0) {
    const lines = analysis.problems.map(({ code, message, at }) => {
      const place = at === '' ? '' : ` (${codeSpan(at)})`;
      return `- ${codeSpan(code)}: ${markdownText(message)}${place}`;
    });
    blocks.push(['## Problems'], lines);
  }
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}

function patchBlocks(
  analysis: Analysis,
  review: Review,
  { patch, index, notes }: { readonly patch: Patch; readonly index: number; readonly notes: boolean },
): readonly (readonly string[])[] {
  const marks = review.marks.filter(({ target }) => target.kind !== 'cover' && target.patch === patch.id);
  const blocks: (readonly string[])[] = [
    [`## ${patch.position}. ${markdownText(patch.message.subject)}`],
    [coverageLine(coverageOf(analysis, review, index))],
  ];
  for (const mark of marks)
    if (mark.target.kind === 'message')
      blocks.push(...markBlocks(mark, messageLines(mark, patch.message.body)));
  for (const mark of marks)
    if (mark.target.kind === 'lines') blocks.push(...markBlocks(mark, diffLines(patch, mark)));
  const answer = answersIn(marks);
  const found = analysis.patches[index]?.files ?? [];
  const open = annotatedLines(
    patch,
    found,
    (annotation, file) => (notes || asksForLook(annotation)) && answer(file, annotation) === undefined,
  ).map(lineItem);
  const counted = notes ? [] : unlisted(patch, found).map(unlistedItem);
  if (open.length + counted.length > 0) blocks.push(['### Not looked at'], [...open, ...counted]);
  return blocks;
}

/** Heading, quoted lines and words of a mark. */
function markBlocks(mark: Mark, quoted: readonly string[]): readonly (readonly string[])[] {
  const { target } = mark;
  const state = stateWords(mark);
  const range = target.line === target.endLine ? `${target.line}` : `${target.line}–${target.endLine}`;
  const onLines = target.kind === 'lines';
  const place = onLines ? `${codeSpan(target.path)} line ${range}` : `${target.kind} line ${range}`;
  const removed = onLines && target.side === 'old' ? ' (old side)' : '';
  const words = mark.question.trim() === '' ? [] : [markdownLines(mark.question)];
  return [
    [`### ${state}: ${place}${removed}`],
    quoted.length > 0
      ? fenced(onLines ? 'diff' : 'text', quoted)
      : ['These lines are not shown in this series.'],
    ...words,
  ];
}

function stateWords({ state, deferredTo, exit }: Mark): string {
  if (exit) return `Answered (${exit.kind})`;
  if (state === 'deferred')
    return deferredTo === null ? 'Deferred' : `Deferred to ${markdownText(deferredTo)}`;
  return state === 'understood' ? 'Understood' : 'Needs explanation';
}

/** The marked lines of a message; as they were when marked if it no longer has them. */
function messageLines({ target, anchor }: Mark, body: readonly string[]): readonly string[] {
  const lines = body.slice(target.line - 1, target.endLine);
  return lines.length > 0 ? lines : anchor.text;
}

/** The diff lines between the first and the last line that a mark covers, both sides, with their markers. */
function diffLines(patch: Patch, { target, anchor }: Mark): readonly string[] {
  if (target.kind !== 'lines') return [];
  const quoted = patch.files
    .filter((file) => pathOn(file, target.side) === target.path)
    .flatMap((file) =>
      file.hunks.flatMap(({ lines }) => {
        const covered = [...lines.keys()].filter((at) => {
          const number = target.side === 'old' ? lines[at]?.oldLine : lines[at]?.newLine;
          return number !== undefined && target.line <= number && number <= target.endLine;
        });
        const [first, last] = [covered[0], covered.at(-1)];
        return first === undefined || last === undefined
          ? []
          : lines.slice(first, last + 1).map(diffLineText);
      }),
    );
  return quoted.length > 0 ? quoted : anchor.text;
}

/** A list item; when a line has several annotations, each is an item below that of the line. */
function lineItem({ path, side, line, annotations }: AnnotatedLine): string {
  const place = `- ${codeSpan(`${path}:${line}`)}${side === 'old' ? ' (old side)' : ''}`;
  const items = annotations.map(({ attention, title, question, facets }) => {
    const facts = facetWords(facets).map(markdownText).join(', ');
    return `${attention}: ${markdownText(title)} — ${markdownText(question)} (${facts})`;
  });
  return items.length === 1
    ? `${place} ${items.join('')}`
    : [place, ...items.map((item) => `  - ${item}`)].join('\n');
}

function unlistedItem({ path, text }: Unlisted): string {
  return path === null ? `- ${text}` : `- ${codeSpan(path)}: ${text}`;
}
