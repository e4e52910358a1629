import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isApi, isType, type PublicItem, publicItems, SPEAKS_OF_C } from './publicItems.ts';

/** Public types and traits of API code whose head is new or changed. */
export function* publicApiType(context: DetectorContext): Iterable<Detection> {
  const api = isApi(context);
  if (api === 'no') return;
  for (const item of publicItems(context.new).filter(isType))
    if (api === 'api' || SPEAKS_OF_C.test(item.item.text))
      yield detectionAt(item.name, item.fragment, {
        symbol: item.name.text,
        context: item.lines,
        question: questionOf(item),
      });
}

/** Names the type: of two types the same thing is not asked twice. */
function questionOf({ item, name }: PublicItem): string {
  switch (item.type) {
    case 'trait_item':
      return `Who implements ${name.text}, and what goes wrong if an implementation is careless?`;
    case 'enum_item':
      return `Are these all the cases that C can hand to ${name.text}?`;
    default:
      return `What must always hold for ${name.text}, and which function could break it?`;
  }
}
