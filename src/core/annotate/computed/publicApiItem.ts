import { changedLines } from './changedLines.ts';
import { detectionAt, detectionIn } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isApi, isType, publicItems, SPEAKS_OF_C, traitMembers } from './publicItems.ts';

/** Public items of API code, other than types and traits, whose head is new or changed, and all those that are gone. */
export function* publicApiItem(context: DetectorContext): Iterable<Detection> {
  const api = isApi(context);
  if (api === 'no') return;
  const items = publicItems(context.new).filter(
    (found) => found.item.type !== 'field_declaration' && !isType(found),
  );
  for (const { name, fragment, head, lines } of [...items, ...traitMembers(context.new)])
    if (api === 'api' || SPEAKS_OF_C.test(head))
      yield detectionAt(name, fragment, { symbol: name.text, context: lines });
  if (api === 'api') yield* removedItems(context);
}

const REMOVED =
  /^\s*pub (?:const |unsafe |async )*(?:fn|struct|enum|union|trait|type|const|static) (?<name>\w+)/d;

/** Items that were public and of which no line of the new side, as far as it is shown, has the name any more. */
function* removedItems({ old, new: side }: DetectorContext): Iterable<Detection> {
  const shown = [...side.lines.text.values()].join('\n');
  for (const { line, text } of changedLines(old)) {
    const found = REMOVED.exec(text);
    const [start, end] = found?.indices?.groups?.['name'] ?? [];
    const name = found?.groups?.['name'];
    if (start === undefined || end === undefined || name === undefined) continue;
    if (!new RegExp(`\\b${name}\\b`).test(shown))
      yield detectionIn(line, start, end, { side: 'old', symbol: name });
  }
}
