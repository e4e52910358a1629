import type { Variant } from '../declaration.ts';
import { commentAbove, commentBeside } from '../docComment.ts';
import type { Field } from '../sourceType.ts';
import { withoutAttributes } from './attributes.ts';
import { readDeclarator } from './declarator.ts';
import { readSpecifiers } from './specifiers.ts';
import { joined, splitTokens, subTokens, type CToken } from './tokens.ts';

/** The file a declaration is read from. */
export interface CSource {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** Takes `#if` marks out of a list and says which of the rest stand under one. */
function underConditions(tokens: readonly CToken[]): {
  readonly plain: readonly CToken[];
  readonly conditional: ReadonlySet<CToken>;
} {
  const plain: CToken[] = [];
  const conditional = new Set<CToken>();
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'directive') {
      if (token.text.startsWith('if')) depth++;
      else if (token.text === 'endif') depth--;
      continue;
    }
    plain.push(token);
    if (depth > 0) conditional.add(token);
  }
  return { plain, conditional };
}

/** Reads the members of a struct or union from the tokens between its braces. */
export function readFields(source: CSource, tokens: readonly CToken[]): readonly Field[] {
  const { plain, conditional } = underConditions(tokens);
  return splitTokens(plain, ';').flatMap((part) => {
    const [first] = part;
    return first ? readField(source, part, conditional.has(first)) : [];
  });
}

function readField(source: CSource, part: readonly CToken[], conditional: boolean): readonly Field[] {
  const first = part[0];
  const last = part.at(-1);
  if (!first || !last) return [];
  const place = (line: number): Pick<Field, 'line' | 'text' | 'doc' | 'conditional' | 'alias'> => ({
    line,
    text: source.text.slice(first.start, last.end).replace(/\s+/g, ' '),
    doc: commentAbove(source.lines, first.line) ?? commentBeside(source.lines[last.line - 1] ?? ''),
    conditional,
    alias: null,
  });
  const tokens = subTokens(withoutAttributes(part).tokens);
  const specifiers = readSpecifiers(tokens);
  if (!specifiers)
    return [{ name: null, type: { kind: 'unknown', text: joined(part) }, bits: null, ...place(first.line) }];
  const { body } = specifiers;
  const base =
    body && body.tag !== 'enum'
      ? {
          kind: 'inline' as const,
          record: { union: body.tag === 'union', fields: readFields(source, body.tokens) },
        }
      : specifiers.type;
  if (tokens.atEnd()) {
    // Only a struct or union may stand without a name; anything else is a macro that makes members.
    const type = base.kind === 'inline' ? base : { kind: 'unknown' as const, text: joined(part) };
    return [{ name: null, type, bits: null, ...place(first.line) }];
  }
  const fields: Field[] = [];
  do {
    const declarator = readDeclarator(tokens);
    const bits = tokens.take(':') ? bitWidth(tokens) : null;
    const type = declarator.wrap(base, specifiers.isConst);
    fields.push({ name: declarator.name, type, bits, ...place(declarator.nameLine) });
  } while (tokens.take(','));
  if (tokens.atEnd()) return fields;
  return [{ name: null, type: { kind: 'unknown', text: joined(part) }, bits: null, ...place(first.line) }];
}

function bitWidth(tokens: ReturnType<typeof subTokens>): string {
  const width: CToken[] = [];
  while (!tokens.atEnd() && !tokens.is(',')) width.push(tokens.next());
  return joined(width);
}

/** Reads enumerators from the tokens between an enum's braces. */
export function readEnumerators(tokens: readonly CToken[]): readonly Variant[] {
  const { plain, conditional } = underConditions(tokens);
  return splitTokens(plain, ',').flatMap((part) => {
    const [first, equals, ...rest] = withoutAttributes(part).tokens;
    if (first?.kind !== 'word') return [];
    const value = equals?.text === '=' ? joined(rest) : null;
    return [
      { name: first.text, value, conditional: conditional.has(first), payload: false, line: first.line },
    ];
  });
}
