import { visibleText } from '../core/output/visibleText.ts';
import type { Problem } from '../core/problem.ts';

/** Problems as people read them on standard error, a line each. */
export function problemLines(problems: readonly Problem[]): string {
  return problems
    .map(
      ({ message, at }) =>
        `interop-review: ${at === '' ? '' : `${visibleText(at)}: `}${visibleText(message)}\n`,
    )
    .join('');
}
