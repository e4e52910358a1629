import type { Problem, ProblemCode } from '../problem.ts';

/** Says where in the input something stands, for `Problem.at`: given the 1-based line of the text that is being read, the
 * file that it is about and the 1-based line in that file, as far as they are known. */
export type Place = (line: number, path?: string, fileLine?: number) => string;

/** Collects problems while a text is read. `line` is the 1-based line of that text, `fileLine` the one of a file it is about. */
export type Report = (code: ProblemCode, message: string, line: number, fileLine?: number) => void;

/** Text that stands in the input as it is; its first line is line `first` of the input. */
export function inInput(name: string, first = 1): Place {
  return (line) => `${name}:${first + line - 1}`;
}

/** Text that was encoded, or put together, so that its lines are not lines of the input: all is placed at line `first`. */
export function atLine(name: string, first: number): Place {
  return () => `${name}:${first}`;
}

/** Text that has no lines a reader could look up: `label`, and the line of the file where that is known. */
export function inPatch(label: string): Place {
  return (_, path, fileLine) => {
    if (path === undefined) return label;
    return `${label}: ${path}${fileLine === undefined ? '' : `:${fileLine}`}`;
  };
}

/** Most problems of one kind about one file; hostile input could make one for every line. */
const MAX_REPEATS = 20;

/** A report that adds to `problems`; `path` is the file that all of them are about. */
export function reportTo(problems: Problem[], at: Place, path?: string): Report {
  const prefix = path === undefined ? '' : `${path}: `;
  const counts = new Map<ProblemCode, number>();
  return (code, message, line, fileLine) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count > MAX_REPEATS + 1) return;
    const text = count > MAX_REPEATS ? 'There is more of this kind, which is not listed.' : message;
    problems.push({ code, message: `${prefix}${text}`, at: at(line, path, fileLine) });
  };
}
