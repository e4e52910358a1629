import { ancestors } from '../facets/ancestors.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isApi, SPEAKS_OF_C } from './publicItems.ts';
import { isTestItem } from '../facets/testItem.ts';

const FUNCTIONS = `[
  (function_item name: (_) @name parameters: (_) @parameters)
  (function_signature_item name: (_) @name parameters: (_) @parameters)
] @item`;

/** A lifetime with a name; texts that are part of the program live forever for good reason. */
const NAMED = /'(?!static\s+(CStr|str|\[u8\])\b)[a-z]\w*/;

const COMMENT = /\/\/.*|\/\*[^]*?\*\//g;

/** Functions of API code whose arguments or result have a lifetime with a name, and no other pattern has asked about it. */
export function* namedLifetime(context: DetectorContext): Iterable<Detection> {
  const api = isApi(context);
  if (api === 'no') return;
  const { new: side, matches } = context;
  const asked = new Set(
    matches.flatMap(({ pattern, line }) => (pattern.id === 'unbounded-lifetime' ? [line] : [])),
  );
  for (const found of side.find(FUNCTIONS)) {
    const [item, name, parameters] = [found.get('item'), found.get('name'), found.get('parameters')];
    const result = item.childForFieldName('return_type');
    const signature = `${parameters.text} ${result?.text ?? ''}`.replace(COMMENT, '');
    const first = name.startPosition.row + found.fragment.lineOffset;
    if (!NAMED.test(signature) || (api !== 'api' && !SPEAKS_OF_C.test(signature)) || asked.has(first))
      continue;
    if (ancestors(item).some(isTestItem)) continue;
    const last = (result ?? parameters).endPosition.row + found.fragment.lineOffset;
    yield detectionAt(name, found.fragment, { symbol: name.text, context: { first, last } });
  }
}
