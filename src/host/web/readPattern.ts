import type { Pattern } from '../../core/catalog/pattern.ts';
import type { WithProblems } from '../../core/problem.ts';

/** Stands in for the reader of `core/catalog`, whose Markdown and YAML are more than a page should load. */
export function readPattern(_text: string, source: string): WithProblems<Pattern | undefined> {
  const message = "A repository's own patterns are not read in a browser; open it in the desktop editor.";
  return { value: undefined, problems: [{ code: 'bad-pattern', message, at: source }] };
}
