import type { Annotation } from '../../../src/core/annotate/annotation.ts';

/** What our annotations say that a lint speaks about too. `reach`: lines from the lint's own at which we say it. */
export const CLAIMS: Readonly<
  Record<string, { readonly reach: number; readonly claims: (one: Annotation, line: string) => boolean }>
> = {
  undocumented_unsafe_blocks: {
    reach: 0,
    claims: ({ pattern, facets }, line) =>
      (pattern === 'unsafe-block' || (pattern === 'unsafe-impl' && !/\btrait\b/.test(line))) &&
      facets.explainedBy === 'none',
  },
  missing_safety_doc: {
    reach: 0,
    claims: ({ pattern, facets }, line) =>
      (pattern === 'unsafe-fn' || (pattern === 'unsafe-impl' && /\btrait\b/.test(line))) &&
      facets.explainedBy === 'none' &&
      facets.visibility === 'public',
  },
  unnecessary_safety_comment: {
    reach: 6,
    claims: ({ pattern, question }) =>
      pattern === 'safety-comment-mismatch' &&
      /^(Nothing below|Callers look for|The unsafe code comes)/.test(question),
  },
  unnecessary_safety_doc: {
    reach: 6,
    claims: ({ pattern, question }) =>
      pattern === 'safety-comment-mismatch' &&
      /conditions|heading|safe to call/i.test(question) &&
      !question.startsWith('Callers'),
  },
  unsafe_code: {
    reach: 4,
    claims: ({ pattern }, line) =>
      ['unsafe-block', 'unsafe-fn', 'unsafe-impl', 'exported-symbol'].includes(pattern) ||
      (['extern-c-trampoline', 'handwritten-extern'].includes(pattern) && /\bunsafe\b/.test(line)),
  },
  static_mut_refs: { reach: 0, claims: ({ pattern }) => pattern === 'static-mut-global' },
  not_unsafe_ptr_arg_deref: { reach: 0, claims: ({ pattern }) => pattern === 'raw-deref-ref' },
  mut_from_ref: {
    reach: 0,
    claims: ({ pattern }) => pattern === 'mut-ref-from-c' || pattern === 'unbounded-lifetime',
  },
  no_mangle_with_rust_abi: {
    reach: 3,
    claims: ({ pattern }, line) => pattern === 'exported-symbol' && !/\bextern\b/.test(line),
  },
};
