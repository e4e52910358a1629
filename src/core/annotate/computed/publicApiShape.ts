import type { Node } from '../../syntax/engine.ts';
import { ancestors } from '../facets/ancestors.ts';
import { detectionAt } from './detectionAt.ts';
import type { Detection, DetectorContext } from './detector.ts';
import { isApi, type PublicItem, publicItems } from './publicItems.ts';

const RAW = /\*\s*(const|mut)\b|\bNonNull\s*</;
const C_TYPE = /\b(bindings|ffi|sys|\w+_sys)::\w/;
/** Names of functions that are there to connect to C. */
const CONNECTS =
  /^(as|from|into|to|raw|get|with|cast|addr|borrow|upcast|downcast)(_\w+)?$|_(ptr|raw|foreign|glib\w*|handle)$|^(inner|ptr|handle)$/;

/** Public heads in API code that show types of C, `&mut self`, rows of flags or open fields. */
export function* publicApiShape(context: DetectorContext): Iterable<Detection> {
  if (isApi(context) !== 'api') return;
  for (const item of publicItems(context.new)) {
    const found = shapeOf(item);
    if (found)
      yield detectionAt(found.node, item.fragment, {
        question: found.question,
        symbol: item.name.text,
        context: item.lines,
      });
  }
}

interface Shape {
  readonly node: Node;
  readonly question: string;
}

function shapeOf(item: PublicItem): Shape | undefined {
  if (item.item.type === 'field_declaration') return openField(item);
  if (item.item.type !== 'function_item') return undefined;
  return rawTypes(item) ?? exclusiveSelf(item) ?? flags(item);
}

function openField({ item, name }: PublicItem): Shape | undefined {
  const type = item.childForFieldName('type')?.text ?? '';
  if (!RAW.test(type) && !C_TYPE.test(type)) return undefined;
  return { node: name, question: 'What breaks if somebody writes another value to this field?' };
}

function rawTypes({ item, name, head }: PublicItem): Shape | undefined {
  if (/\bunsafe\b/.test(head) || CONNECTS.test(name.text)) return undefined;
  const parts = [...parametersOf(item), item.childForFieldName('return_type')];
  const part = parts.find((node) => node && (RAW.test(node.text) || C_TYPE.test(node.text)));
  return part ? { node: part, question: 'Could this be a safe type instead of one of C?' } : undefined;
}

function exclusiveSelf({ item, name }: PublicItem): Shape | undefined {
  if (/^class_(base_)?init$|_mut$/.test(name.text)) return undefined;
  const self = parametersOf(item).find(({ type }) => type === 'self_parameter');
  if (!self || !/^&\s*('\w+\s+)?mut\s+self$/.test(self.text)) return undefined;
  const type = ancestors(item)
    .find((around) => around.type === 'impl_item')
    ?.childForFieldName('type')?.text;
  if (type === undefined || /Builder|Iter|Guard|Writer|Reader|Registers|Regs|Cursor|Parser/.test(type))
    return undefined;
  if (/^(->\s*)?&\s*mut Self$/.test(item.childForFieldName('return_type')?.text ?? '')) return undefined;
  return {
    node: self,
    question: 'Why &mut self: what must not happen at the same time, and can every caller be the only one?',
  };
}

function flags({ item }: PublicItem): Shape | undefined {
  const bools = parametersOf(item).filter(
    (parameter) => parameter.childForFieldName('type')?.text === 'bool',
  );
  const [, second] = bools;
  return second
    ? { node: second, question: 'Would an enum say more at the call than these flags?' }
    : undefined;
}

function parametersOf(item: Node): readonly Node[] {
  return item.childForFieldName('parameters')?.namedChildren ?? [];
}
