import { fileKindOf, USUAL_PATH } from './fileKind.ts';
import { type Example, PATTERN_LANGUAGES } from './pattern.ts';
import type { PatternFaults } from './patternFaults.ts';

/** A comment line of nothing but a mark: `// ^^^ anchor` below the marked columns, or `# <--- anchor` from its own column. */
const MARK = /^(\s*)(\/\/|#|--)(\s*)(?:(\^+)|<(-+)) (\w+)\s*$/;

const INFO = /^(diff )?(\w+) (flagged|clean)(?: path=(\S+))?$/;

/**
 * Reads a fenced example. Its info string is `rust flagged`, `c clean`, `toml flagged path=rust/Cargo.toml`, or begins
 * with `diff` (`diff rust flagged`) when its lines are those of a hunk. `line` is the 1-based line of the fence.
 */
export function readExample(
  info: string,
  text: string,
  line: number,
  faults: PatternFaults,
): Example | undefined {
  const [, diff, name, polarity, path] = INFO.exec(info) ?? [];
  const language = PATTERN_LANGUAGES.find((known) => known === name);
  if (language === undefined || (polarity !== 'flagged' && polarity !== 'clean')) {
    faults.add(
      line,
      `"${info}" is no example; write a language and flagged or clean, such as: rust flagged.`,
    );
    return undefined;
  }
  const form = diff === undefined ? 'code' : 'diff';
  const shift = form === 'diff' ? 1 : 0;
  const code: string[] = [];
  const expected: Example['expected'][number][] = [];
  for (const [index, source] of text.split('\n').entries()) {
    const [, indent = '', slashes = '', gap = '', carets, dashes, capture = ''] = MARK.exec(source) ?? [];
    if (carets === undefined && dashes === undefined) {
      if (form === 'diff' && source !== '' && !/^[ +-]/.test(source))
        faults.add(line + 1 + index, 'A line of a diff begins with a blank, + or -.');
      code.push(source);
      continue;
    }
    const column = indent.length - shift + (carets === undefined ? 0 : slashes.length + gap.length);
    const endColumn = column + (carets ?? dashes ?? '').length;
    if (capture !== 'anchor' && capture !== 'symbol')
      faults.add(line + 1 + index, `A mark names anchor or symbol, not "${capture}".`);
    if (code.length === 0) faults.add(line + 1 + index, 'A mark stands below the line it marks.');
    if (polarity === 'clean') faults.add(line + 1 + index, 'A clean example has no marks.');
    expected.push({ row: code.length - 1, column, endColumn, capture });
  }
  if (polarity === 'flagged' && !expected.some((mark) => mark.capture === 'anchor'))
    faults.add(line, 'A flagged example needs a mark that names anchor.');
  if (path !== undefined && fileKindOf(path) !== language)
    faults.add(line, `A file named ${path} is not ${language}.`);
  return {
    language,
    polarity,
    form,
    path: path ?? USUAL_PATH[language],
    code: code.join('\n'),
    expected,
    line,
  };
}
