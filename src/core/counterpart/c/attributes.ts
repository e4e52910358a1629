import { isAttributeWord, isCompilerAttribute } from './attributeWords.ts';
import { joined, subTokens, type CToken } from './tokens.ts';

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
    if (token.kind === 'word' && (isCompilerAttribute(token.text) || isAttributeWord(token.text))) {
      reader.next();
      words.push(reader.is('(') ? `${token.text} ${joined(reader.group())}` : token.text);
    } else if (token.text === '[' && reader.is('[', 1)) words.push(joined(reader.group()));
    else kept.push(reader.next());
  }
  return { tokens: kept, attributes: attributesOf(words) };
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
