import { isPlaceholder } from './quality.ts';
import { stdSafety } from './stdSafety.ts';
import type { UnsafeCall, UnsafeUse } from './unsafeUse.ts';

/** What a safety comment is read against. */
export interface CommentedCode {
  readonly use: UnsafeUse;
  /** Whether the function around it is unsafe; undefined if that is not shown or there is none. */
  readonly inUnsafeFunction: boolean | undefined;
}

/**
 * The question that a safety comment leaves open, or undefined. Judges words only: it looks for claims without a
 * reason, for reasons that are about something else, and for operations and pointers that the text never mentions.
 * The first that applies is returned, the plainest first.
 */
export function safetyDoubt(comment: string, code: CommentedCode): string | undefined {
  const text = comment.replace(/^.*?SAFETY:\s*/is, '').trim();
  if (isPlaceholder(comment)) return 'The comment holds the place of a reason: what is the reason?';
  return (
    callerDoubt(text, code) ??
    emptyClaim(text, code) ??
    demandOnly(text) ??
    resultOnly(text, code.use) ??
    severalOperations(text, code.use) ??
    missingCondition(text, code.use) ??
    unmentionedPointer(text, code.use) ??
    wrongOwner(text, code.use)
  );
}

function callerDoubt(text: string, { inUnsafeFunction }: CommentedCode): string | undefined {
  if (inUnsafeFunction !== false) return undefined;
  const named =
    /\bcallers?\b[^.]*?\b(guarantee|ensure|promise|must|responsib|obliged|uphold|require)|\b(guaranteed|ensured|promised|upheld|required) (of|by|from) (the|our|its) callers?\b|\bsafety (requirements?|contract|conditions?|preconditions?) of (this|the) (function|method)\b|\b(this|the) function'?s? (safety )?contract\b/i;
  if (!named.test(text) || /\bcallers? of `|\bcaller of \w+(::|\()/i.test(text)) return undefined;
  return 'The function around this is safe, so its callers have promised nothing. Who guarantees it?';
}

/** Words that any unsafe operation could be described with: they give no reason. */
const HOLLOW = new Set(
  `a an and any are argument arguments as at be because been binding bindings block by c call called calling calls can cast
  casting code convert converted convertible correct data definition deref dereference dereferenced dereferencing do does
  ffi fine for from function functions guaranteed have here in into is it its just known memory method must need needs not
  obviously of ok okay on only operation our parameter parameters pass passed passing perfectly pointer pointers pointing
  points ptr raw ref reference references requires safe safely should simply since so sound that the their them then these
  they this those to trivially unsafe use used uses using valid value values we which with you your always definitely surely`.split(
    /\s+/,
  ),
);
/** Words that claim something which a reader can at least look up. */
const SHORTEST_REASON = 1;

function emptyClaim(text: string, { use }: CommentedCode): string | undefined {
  const words = text
    .replace(/`[^`]*`/g, (name) =>
      [...name.matchAll(/\w+/g)].every(([word]) => use.names.has(word)) ? ' ' : name,
    )
    .split(/[^\w']+/)
    .filter((word) => word !== '' && !HOLLOW.has(word.toLowerCase()) && !use.names.has(word));
  if (words.length >= SHORTEST_REASON) return undefined;
  return 'This says that the operation is fine, or what it does. What makes it so?';
}

function demandOnly(text: string): string | undefined {
  if (sentences(text).length > 1) return undefined;
  const demand = /\b(must|should|has to|have to|needs? to|shall)\b(?!\s+(already\s+)?have been)/i;
  const reason =
    /\b(because|since|as|so|which|guarantee[sd]?|ensure[sd]?|therefore|hence|due to|by|after|before|above|checked|only|never|always|invariants?|when|if|holds?)\b/i;
  if (!demand.test(text) || reason.test(text) || /\bcallers?\b/i.test(text)) return undefined;
  return 'This says what has to be true. What makes it true here?';
}

function resultOnly(text: string, use: UnsafeUse): string | undefined {
  if (!use.calls.some(({ pointers }) => pointers.length > 0)) return undefined;
  const about =
    /^(the |its )?(result|returned (value|pointer|reference|object)|return value)\b|^(it |this |\w+\(\) |`[\w:]+(\(\))?` )?(always )?returns? (a |an |the )?(valid|non-?null|owned|new|pointer|fresh)/i;
  if (!about.test(text) || sentences(text).length > 1 || mentionsSome(text, use.calls)) return undefined;
  return 'This speaks about the result. What makes the arguments acceptable to the function?';
}

const TOGETHER =
  /\b(both|all|each|every|these|those|two|three|either|neither|none|calls|accesses|operations|functions|pointers|arguments|parameters|everything|whole|throughout|sequence)\b/i;

function severalOperations(text: string, use: UnsafeUse): string | undefined {
  const unsafe = use.calls.filter((call) => call.foreign || isStandard(call));
  const names = [...new Set(unsafe.map(({ name }) => name))];
  if (names.length < 2 || sentences(text).length > 1 || TOGETHER.test(text)) return undefined;
  const unmentioned = names.filter((name) => !mentions(text, name));
  if (unmentioned.length === 0) return undefined;
  return `The block does several things that need a reason (${names.slice(0, 3).join(', ')}). Which of them does the sentence speak about?`;
}

function missingCondition(text: string, { calls }: UnsafeUse): string | undefined {
  const standard = calls.flatMap((call) => stdSafety(call.qualifier, call.name) ?? []);
  const [only, ...others] = standard;
  if (!only?.heardIn || others.length > 0 || only.heardIn.test(text)) return undefined;
  if (REFERS.test(text)) return undefined;
  const condition = only.conditions.find((entry) => only.heardIn?.test(entry)) ?? only.conditions[0] ?? '';
  return `${only.path.replace(/^\./, '')} also asks for this: ${condition} Where is that argued?`;
}

/** The reason stands elsewhere, and the comment says where. */
const REFERS =
  /\binvariants?\b|\bsafety (of|contract|conditions?|documentation|section|comment)\b|\b(pre)?(requirements?|conditions?)\b|\bcontract\b|\bsee\b|\bcallers?\b|\bsame as\b|\bas above\b|\bdocumentation\b|\bdelegate|\bin `|\bby `|::/i;
/** A sentence without a subject is about the argument. */
const SUBJECTLESS =
  /^(was|were|is|are|came|comes|just|passed|given|derived|obtained|returned|allocated|created|got|taken|re-?constructed|reverse|length|checked|registered|initiali[sz]ed|valid|always|guaranteed)\b/i;

function unmentionedPointer(text: string, { calls }: UnsafeUse): string | undefined {
  const called = calls.filter((call) => call.pointers.length > 0);
  const [call, ...others] = called;
  if (!call || others.length > 0 || calls.some((other) => other.foreign && other !== call)) return undefined;
  if (
    TOGETHER.test(text) ||
    REFERS.test(text) ||
    SUBJECTLESS.test(text) ||
    /\b(pointer|handle|object|instance|argument|parameter|address|passed|references?|existence)\b/i.test(text)
  )
    return undefined;
  const missing = call.pointers.filter(({ names }) => !names.some((name) => mentions(text, name)));
  const [first] = missing;
  if (!first) return undefined;
  return `What makes ${shorten(first.text)} acceptable to ${call.name}? The comment does not mention it.`;
}

const OWNERS = ['Box', 'Arc', 'Rc', 'KBox', 'Owned', 'ARef', 'Vec', 'KVec', 'CString'];

/** A comment copied from elsewhere often names another smart pointer than the code below it uses. */
function wrongOwner(text: string, use: UnsafeUse): string | undefined {
  const named = OWNERS.filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  const used = OWNERS.filter((name) => use.names.has(name));
  if (named.length === 0 || used.length === 0 || named.some((name) => used.includes(name))) return undefined;
  return `The comment speaks of ${named.join(' and ')}, the code uses ${used.join(' and ')}. Does the reason belong here?`;
}

function isStandard({ method, qualifier, name }: UnsafeCall): boolean {
  if (method)
    return /^(assume_init\w*|get_unchecked(_mut)?|unwrap_unchecked|set_len|map_unchecked_mut)$/.test(name);
  return stdSafety(qualifier, name) !== undefined;
}

function mentionsSome(text: string, calls: readonly UnsafeCall[]): boolean {
  return (
    REFERS.test(text) ||
    calls.some(({ pointers }) => pointers.some(({ names }) => names.some((name) => mentions(text, name))))
  );
}

/** `opaque` is also mentioned as "the opaque pointer", `out_len` as "out len", `buf` as "the buffer". */
function mentions(text: string, name: string): boolean {
  const words = name.replace(/^_+/, '').replace(/_/g, '[_ ]?');
  const rest = words.length < SHORTEST_STEM ? '' : '\\w*';
  return words !== '' && new RegExp(`(^|\\W)${words}${rest}(\\W|$)`, 'i').test(text);
}

const SHORTEST_STEM = 3;

function sentences(text: string): readonly string[] {
  return text.split(/[.;:!?]\s+(?=[A-Z`(*-])|\s[-*]\s/).filter((part) => part.trim() !== '');
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
