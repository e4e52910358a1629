import type { Owes } from '../../catalog/pattern.ts';
import type { Language } from '../../patch/language.ts';
import type { Message } from '../../patch/series.ts';
import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { ExplainedBy } from '../annotation.ts';
import type { Comment, LineText } from './comment.ts';
import { docComment, safetySection } from './docComment.ts';
import { messageExplanation } from './messageExplanation.ts';
import { isPlaceholder } from './quality.ts';
import { safetyComment, safetyPlace } from './safetyComment.ts';

export interface ExplainedPlace {
  readonly owes: Owes;
  readonly language: Language;
  readonly fragment: Fragment;
  /** Undefined for a lexical match. */
  readonly node: Node | undefined;
  /** 1-based image line of the anchor. */
  readonly line: number;
  readonly message: Message;
  /** Names that a commit message would use for this place. */
  readonly names: readonly string[];
}

export interface Explanation {
  /** Null where nothing is owed. */
  readonly explainedBy: ExplainedBy | null;
  readonly text: string | null;
  /** The comment's lines in the image, or null when it is no comment. */
  readonly lines: { readonly first: number; readonly last: number } | null;
}

/** Where the explanation that a construct owes stands: in its comment, its documentation, or the commit message. */
export function explain(place: ExplainedPlace): Explanation {
  const { fragment, language } = place;
  if (place.owes === 'nothing' || (language === 'c' && place.owes !== 'doc'))
    return { explainedBy: null, text: null, lines: null };
  const text: LineText = (line) => fragment.source[line - fragment.firstLine];
  const found = place.owes === 'safety-comment' ? besideCode(place, text) : inDocumentation(place, text);
  if (found === null) return { explainedBy: null, text: null, lines: null };
  if (found) {
    const explainedBy = isPlaceholder(found.comment.text) ? 'placeholder' : found.kind;
    return { explainedBy, text: found.comment.text, lines: found.comment };
  }
  const said = messageExplanation(place.message, place.names);
  return { explainedBy: said === undefined ? 'none' : 'commit-message', text: said ?? null, lines: null };
}

type Found =
  { readonly comment: Comment; readonly kind: 'safety-comment' | 'safety-doc' | 'c-doc' } | undefined;

function besideCode(place: ExplainedPlace, text: LineText): Found {
  const { fragment, node } = place;
  const where = node
    ? safetyPlace(owner(node, SAFETY_COMMENT_OWNERS), (row) => row + fragment.lineOffset)
    : {
        starts: [place.line],
        floor: fragment.firstLine,
        inside: { first: place.line, last: fragment.lastLine },
      };
  const comment = safetyComment(text, where);
  return comment && { comment, kind: 'safety-comment' };
}

function inDocumentation(place: ExplainedPlace, text: LineText): Found | null {
  const { fragment, node, language, owes } = place;
  const item = node && owner(node, DOCUMENTED);
  if (owes === 'safety-doc' && item && implementsTrait(item)) return null;
  const doc = docComment(text, item ? item.startPosition.row + fragment.lineOffset : place.line, language);
  if (!doc) return undefined;
  if (language === 'c') return { comment: doc, kind: 'c-doc' };
  const section = safetySection(text, doc);
  if (section) return { comment: section, kind: 'safety-doc' };
  return owes === 'doc' ? { comment: doc, kind: 'safety-doc' } : undefined;
}

const SAFETY_COMMENT_OWNERS = /^(unsafe_block|impl_item)$/;
const DOCUMENTED =
  /^(function_item|function_signature_item|trait_item|struct_item|enum_item|union_item|static_item|const_item|foreign_mod_item|macro_definition|function_definition|declaration|type_definition)$/;

/** The construct around the anchor that carries the comment: the nearest that matches, else the anchor itself. */
function owner(node: Node, types: RegExp): Node {
  for (let at: Node | null = node; at; at = at.parent) if (types.test(at.type)) return at;
  return node;
}

/** A trait's method is documented at the trait. */
function implementsTrait(item: Node): boolean {
  const implementation = item.parent?.parent;
  return implementation?.type === 'impl_item' && implementation.childForFieldName('trait') !== null;
}
