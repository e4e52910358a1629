import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';

const FIELDS = '(field_declaration name: (field_identifier) @name type: (_) @type)';
/** Types whose width depends on the machine, also inside a cell or an array. */
const VARIABLE_WIDTH = /^(?:\w+<|\[)*\s*(?:\w+::)*(usize|isize|c_long|c_ulong|c_char|char)\b/;
const STREAMED = /\bvmstate_\w+!\s*[({]\s*\w+\s*,\s*(\w+)/g;

/** Fields of the migration stream whose width depends on the machine; casts are found by the query. */
export function* intWidthCast({ new: side }: DetectorContext): Iterable<Detection> {
  const streamed = new Set<string>();
  for (const { firstLine, lines } of side.image.parts)
    for (let at = firstLine; at < firstLine + lines.length; at++)
      for (const [, field = ''] of (side.code(at) ?? '').matchAll(STREAMED)) streamed.add(field);
  if (streamed.size === 0) return;
  for (const { fragment, get } of side.find(FIELDS)) {
    const name = get('name').text;
    const width = VARIABLE_WIDTH.exec(get('type').text)?.[1];
    if (width === undefined || !streamed.has(name)) continue;
    yield detectionAt(get('type'), fragment, {
      symbol: name,
      question: `${name} is part of the migration stream, and ${width} is not as wide everywhere. Which width does C send?`,
    });
  }
}
