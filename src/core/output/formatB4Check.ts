import type { Analysis } from '../analysis.ts';
import { leavesOut } from '../leavesOut.ts';
import { asksForLook } from '../review/asksForLook.ts';
import { formatLines } from './formatLines.ts';
import { houseLines, houseText } from './houseLines.ts';
import { annotationCounts, scopeSentences } from './scope.ts';
import { visibleText } from './visibleText.ts';

/**
 * One result in the protocol of `b4.review-perpatch-check-cmd`: `warn` where something asks for a look, `fail` where
 * something could not be read. One and not several, since b4 keeps one result a tool.
 * https://b4.docs.kernel.org/en/latest/maintainer/review.html
 */
export function formatB4Check(analysis: Analysis, options: { readonly notes: boolean }): string {
  const problems = analysis.problems.map(({ code, message, at }) => {
    const place = at === '' ? '' : `${visibleText(at)}: `;
    return `${place}[${code}] ${visibleText(message)}\n`;
  });
  const house = houseLines(analysis).map((line) => `${houseText(line)}\n`);
  const scope = scopeSentences(analysis).map((sentence) => `${sentence}\n`);
  const result = {
    tool: 'interop-review',
    status: statusOf(analysis),
    summary: annotationCounts(analysis),
    url: '',
    details: [formatLines(analysis, options), ...house, ...problems, ...scope].join(''),
  };
  return `${JSON.stringify([result], null, 2)}\n`;
}

function statusOf({ problems, patches }: Analysis): 'pass' | 'warn' | 'fail' {
  if (problems.some(leavesOut)) return 'fail';
  const asks = patches.some(({ files }) => files.some(({ annotations }) => annotations.some(asksForLook)));
  return asks ? 'warn' : 'pass';
}
