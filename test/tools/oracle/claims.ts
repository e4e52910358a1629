import type { Annotation } from '../../../src/core/annotate/annotation.ts';

/** What our annotations say that a lint speaks about too. */
export interface Claim {
  /** How many lines before and after the annotation's the lint's own may be: each names another part of the same code. */
  readonly reach: (one: Annotation) => Reach;
  /** We ask at every such place, the lint where types tell that something is wrong: only its recall means something. */
  readonly asksMore?: boolean;
  /** `line` is the text of the annotation's line. */
  readonly claims: (one: Annotation, line: string) => boolean;
}

interface Reach {
  readonly before: number;
  readonly after: number;
}

const SAME_LINE: Reach = { before: 0, after: 0 };
/** Lines between the beginning of an item and its name. */
const HEAD: Reach = { before: 12, after: 0 };
/** Lines between a comment, or a heading in it, and what it stands at. */
const COMMENT: Reach = { before: 0, after: 100 };

const inHead = ({ pattern }: Annotation): Reach => (pattern === 'unsafe-block' ? SAME_LINE : HEAD);
const isTrait = (line: string): boolean => /\bunsafe\s+(auto\s+)?trait\b/.test(line);
const isOpen = ({ facets }: Annotation): boolean => facets.explainedBy === 'none';

const owesDoc = ({ pattern }: Annotation, line: string): boolean =>
  pattern === 'unsafe-fn' ||
  (pattern === 'unsafe-impl' && isTrait(line)) ||
  (['extern-c-trampoline', 'exported-symbol'].includes(pattern) && /\bunsafe\b.*\bfn\b/.test(line));

/** By the lint's name. `missing_safety_doc_of_private_items_too` is the lint with clippy's `check-private-items`. */
export const CLAIMS: Readonly<Record<string, Claim>> = {
  undocumented_unsafe_blocks: {
    reach: inHead,
    claims: (one, line) =>
      (['unsafe-block', 'send-sync-impl'].includes(one.pattern) ||
        (one.pattern === 'unsafe-impl' && !isTrait(line))) &&
      isOpen(one),
  },
  missing_safety_doc: {
    reach: inHead,
    claims: (one, line) => owesDoc(one, line) && isOpen(one) && one.facets.visibility === 'public',
  },
  missing_safety_doc_of_private_items_too: {
    reach: inHead,
    claims: (one, line) => owesDoc(one, line) && isOpen(one),
  },
  unnecessary_safety_comment: {
    reach: () => COMMENT,
    claims: ({ pattern, question }) =>
      pattern === 'safety-comment-mismatch' &&
      /^(Nothing below|Callers look for|The unsafe code comes)/.test(question),
  },
  unnecessary_safety_doc_of_private_items_too: {
    reach: () => COMMENT,
    claims: ({ pattern, question }) =>
      pattern === 'safety-comment-mismatch' && /^(The function|The trait) is safe to/.test(question),
  },
  unsafe_code: {
    reach: inHead,
    claims: ({ pattern }, line) =>
      ['unsafe-block', 'unsafe-fn', 'unsafe-impl', 'send-sync-impl', 'exported-symbol'].includes(pattern) ||
      (pattern === 'extern-c-trampoline' && /\bunsafe\b.*\bfn\b/.test(line)),
  },
  static_mut_refs: {
    asksMore: true,
    reach: () => SAME_LINE,
    claims: ({ pattern }) => pattern === 'static-mut-global',
  },
  not_unsafe_ptr_arg_deref: {
    asksMore: true,
    reach: () => SAME_LINE,
    claims: ({ pattern }) => ['unsafe-block', 'raw-deref-ref', 'mut-ref-from-c'].includes(pattern),
  },
  improper_ctypes: {
    asksMore: true,
    reach: () => HEAD,
    claims: ({ pattern }) => pattern === 'handwritten-extern',
  },
  improper_ctypes_definitions: {
    asksMore: true,
    reach: () => HEAD,
    claims: ({ pattern }) => ['exported-symbol', 'extern-c-trampoline'].includes(pattern),
  },
  mut_from_ref: {
    reach: () => HEAD,
    claims: ({ pattern, symbol }) => pattern === 'mut-ref-from-c' && symbol !== null,
  },
  no_mangle_with_rust_abi: {
    reach: () => HEAD,
    claims: ({ pattern }, line) =>
      pattern === 'exported-symbol' && /\bfn\b/.test(line) && !/\bextern\b/.test(line),
  },
};
