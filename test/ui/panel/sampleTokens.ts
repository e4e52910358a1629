import type { LineTokens, TokenClass, TokenRun } from '../../../src/base/tokens.ts';

const KINDS: readonly (readonly [TokenClass, RegExp])[] = [
  ['comment', /\/\/.*/y],
  ['string', /"[^"]*"/y],
  ['number', /\b\d\w*/y],
  ['macro', /\b\w+!|#\w+/y],
  ['keyword', /\b(?:unsafe|extern|fn|let|mut|match|static|impl|pub|use|crate|unsigned|void|if)\b/y],
  ['type', /\b(?:[A-Z]\w*|u32|u64|c_void|hwaddr|uint64_t)\b/y],
  ['function', /\b\w+(?=\(|::<)/y],
];

/** Rough colours for the sample's lines; the real ones come from the host. */
export function tokensOf(line: string): LineTokens {
  const runs: TokenRun[] = [];
  for (let at = 0; at < line.length;) {
    const found = KINDS.flatMap(([kind, pattern]) => {
      pattern.lastIndex = at;
      const text = pattern.exec(line)?.[0];
      return text ? [{ kind, text }] : [];
    })[0];
    if (found) runs.push([at, found.text.length, found.kind]);
    at += found?.text.length ?? 1;
  }
  return runs;
}
