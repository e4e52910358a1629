import type { Owes } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { ExplainedBy } from '../annotation.ts';
import { ancestors } from '../facets/ancestors.ts';
import type { LineRange } from '../lineRange.ts';
import type { Comment, LineText } from './comment.ts';
import { docComment, safetySection } from './docComment.ts';
import { isPlaceholder } from './quality.ts';
import { type SafetyPlace, safetyComment, safetyPlace } from './safetyComment.ts';

export interface ExplainedPlace {
  readonly owes: Owes;
  readonly language: Language;
  readonly fragment: Fragment;
  /** Undefined for a match of text. */
  readonly node: Node | undefined;
  /** 1-based image line of the anchor. */
  readonly line: number;
}

/** Where the explanation that a construct owes stands, as far as the file shows it. */
export interface Explanation {
  /** Null where nothing is owed. */
  readonly explainedBy: ExplainedBy | null;
  readonly text: string | null;
  /** The comment's lines in the image, or null when there is none. */
  readonly lines: LineRange | null;
  /** Lines above which an explanation would stand: of the construct and of its statement, or of its item. */
  readonly above: readonly number[];
  /** None was found, but the lines that are shown begin before the search came to an end. */
  readonly cutOff: boolean;
}

/** What code owes that needs no explanation. */
export const NOTHING_OWED: Explanation = {
  explainedBy: null,
  text: null,
  lines: null,
  above: [],
  cutOff: false,
};

/** Looks for what a construct owes, in the comment before it or in its item's documentation. */
export function explain(place: ExplainedPlace): Explanation {
  const { fragment, language, owes, node, line } = place;
  if (owes === 'nothing' || (language === 'c' && owes !== 'doc')) return NOTHING_OWED;
  const chain = node ? ancestors(node) : [];
  const text: LineText = (at) => fragment.source[at - fragment.firstLine];
  const lineOf = (of: Node | undefined): number => (of ? of.startPosition.row + fragment.lineOffset : line);
  if (owes === 'safety-comment') {
    const carrier = chain.find(({ type }) => /^(unsafe_block|impl_item|trait_item)$/.test(type)) ?? node;
    if (carrier?.type !== 'trait_item') return besideCode(carrier, line, fragment, text);
  }
  const item = chain.find(({ type }) => DOCUMENTED.test(type)) ?? node;
  if (owes !== 'doc' && item && !owesSafetySection(item, chain)) return NOTHING_OWED;
  const start = lineOf(item);
  const doc = docComment(text, start, language);
  const section = doc && language === 'rust' ? safetySection(text, doc) : undefined;
  if (section) return found(section, 'safety-doc', [start]);
  if (doc && owes === 'doc') return found(doc, 'c-doc', [start]);
  return none([start], fragment, text);
}

function besideCode(
  carrier: Node | undefined,
  line: number,
  fragment: Fragment,
  text: LineText,
): Explanation {
  const place: SafetyPlace = carrier
    ? safetyPlace(carrier, (row) => row + fragment.lineOffset)
    : { starts: [line], floor: fragment.firstLine, inside: { first: line, last: fragment.lastLine } };
  const comment = safetyComment(text, place);
  return comment ? found(comment, 'safety-comment', place.starts) : none(place.starts, fragment, text);
}

function found(
  comment: Comment,
  kind: 'safety-comment' | 'safety-doc' | 'c-doc',
  above: readonly number[],
): Explanation {
  const explainedBy = isPlaceholder(comment.text) ? 'placeholder' : kind;
  return { explainedBy, text: comment.text, lines: comment, above, cutOff: false };
}

function none(above: readonly number[], fragment: Fragment, text: LineText): Explanation {
  const cutOff = fragment.firstLine > 1 && above.some((start) => reachesEdge(start, text));
  return { explainedBy: 'none', text: null, lines: null, above, cutOff };
}

/** True if nothing but comments, attributes and blank lines stands between a line and the first one shown. */
function reachesEdge(start: number, text: LineText): boolean {
  for (let at = start - 1; ; at--) {
    const line = text(at)?.trim();
    if (line === undefined) return true;
    if (line !== '' && !/^(\/\/|\/\*|\*|#!?\[)/.test(line)) return false;
  }
}

const DOCUMENTED =
  /^(function_item|function_signature_item|trait_item|struct_item|enum_item|union_item|static_item|const_item|foreign_mod_item|macro_definition|function_definition|declaration|type_definition|field_declaration)$/;

/** Only what is unsafe has conditions to list, and a trait's method is documented at the trait. */
function owesSafetySection(item: Node, chain: readonly Node[]): boolean {
  const parent = chain[chain.indexOf(item) + 2];
  if (parent?.type === 'impl_item' && parent.childForFieldName('trait') !== null) return false;
  const modifiers = item.children.find(({ type }) => type === 'function_modifiers');
  return (modifiers ?? item).children.some(({ type }) => type === 'unsafe');
}
