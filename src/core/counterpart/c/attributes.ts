import { isAttributeWord, isCompilerAttribute } from './attributeWords.ts';
import { joined, subTokens, type CToken, type CTokens } from './tokens.ts';

/** What attributes say about layout and values. */
export interface CAttributes {
  readonly packed: boolean;
  /** Argument of an alignment attribute, or null. */
  readonly aligned: string | null;
  readonly nonNull: boolean;
}

/** Takes attributes and decorating macros out of a declaration, wherever they stand. */
export function withoutAttributes(tokens: readonly CToken[]): {
  readonly tokens: readonly CToken[];
  readonly attributes: CAttributes;
} {
  const kept: CToken[] = [];
  const words: string[] = [];
  const reader = subTokens(tokens);
  while (!reader.atEnd()) {
    const token = reader.peek();
    if (token.kind === 'word' && isAttribute(token.text, reader)) {
      reader.next();
      words.push(reader.is('(') ? `${token.text} ${joined(reader.group())}` : token.text);
    } else if (token.text === '[' && reader.is('[', 1)) words.push(joined(reader.group()));
    else kept.push(reader.next());
  }
  return { tokens: kept, attributes: attributesOf(words) };
}

/** `GIT_EXTERN(int)` carries the type itself. */
function isAttribute(word: string, reader: CTokens): boolean {
  if (isCompilerAttribute(word)) return true;
  const carriesType =
    /_(?:EXTERN|API|EXPORT|PUBLIC|EXTERN_C)$/.test(word) && reader.is('(', 1) && !reader.is(')', 2);
  return isAttributeWord(word) && !carriesType;
}

function attributesOf(words: readonly string[]): CAttributes {
  const aligned = words.flatMap(
    (word) => /(?:aligned|ALIGNED|[Aa]lignas)[_ (]*([^()]*)/.exec(word)?.[1] ?? [],
  )[0];
  return {
    packed: words.some((word) => /(?:^|[\s(,_])(?:packed|PACKED|gcc_struct)(?:__)?(?:$|[\s),_])/.test(word)),
    aligned: aligned?.trim() ?? null,
    nonNull: words.some((word) => /non_?null|NON_?NULL/i.test(word)),
  };
}
