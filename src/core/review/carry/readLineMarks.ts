import type { WithProblems } from '../../problem.ts';
import { JsonReader } from '../jsonReader.ts';
import type { LineMark } from './carryLines.ts';

/**
 * Reads `[{ "id", "path", "side", "line", "endLine" }]`. All or nothing, as for review files, and each id once; `source` names the text in
 * problems.
 */
export function readLineMarks(text: string, source: string): WithProblems<readonly LineMark[] | undefined> {
  const reader = new JsonReader(source);
  const ids = new Set<string>();
  const marks = reader.list(reader.parse(text), '', (value, path) => {
    const mark = reader.object(value, path, ['id', 'path', 'side', 'line', 'endLine']);
    const line = reader.integer(mark['line'], `${path}.line`, 1);
    const endLine = reader.integer(mark['endLine'], `${path}.endLine`, 1);
    if (endLine < line) reader.refuse(`${path}.endLine`, 'The range ends before it begins.');
    const id = reader.text(mark['id'], `${path}.id`);
    if (ids.has(id)) reader.refuse(`${path}.id`, `Another mark has the id ${JSON.stringify(id)} too.`);
    ids.add(id);
    return {
      id,
      path: reader.text(mark['path'], `${path}.path`),
      side: reader.oneOf(mark['side'], `${path}.side`, ['new', 'old']),
      line,
      endLine,
    };
  });
  return { value: reader.problems.length > 0 ? undefined : marks, problems: reader.problems };
}
