import type { ImagePart } from '../image/image.ts';
import type { Language } from '../patch/language.ts';
import type { Engine } from './engine.ts';
import type { Fragment } from './fragment.ts';

/** A fragment of a part that is not parsed, as it would exhaust the parser: an empty tree, every line an error. */
export function unparsed(
  engine: Engine,
  language: Language,
  { firstLine, lines }: ImagePart,
  kind: Fragment['kind'],
): Fragment {
  const tree = engine.parse(language, '');
  return {
    tree,
    text: '',
    lineOffset: firstLine,
    firstLine,
    lastLine: firstLine + lines.length - 1,
    source: lines,
    kind,
    errorLines: new Set(lines.map((_, index) => firstLine + index)),
    insideUnsafeFn: false,
    delete: () => {
      tree.delete();
    },
  };
}
