import type { Counterpart } from '../core/counterpart/counterpart.ts';
import type { FoundIn } from '../core/counterpart/scope.ts';
import { linkTargetText } from './linkTarget.ts';

const PLACE_WORDS: Record<FoundIn, string> = {
  patch: 'in this patch',
  series: 'elsewhere in the series',
  tree: 'in the tree',
};

/** What a link to the other side of a crossing says: `C: fan_read, in this patch`. */
export function counterpartTitle({ language, symbol, foundIn }: Counterpart): string {
  return `${language === 'c' ? 'C' : 'Rust'}: ${symbol}, ${PLACE_WORDS[foundIn]}`;
}

/** Where it leads, as a link travels. */
export function counterpartTarget({ foundIn, path, line, focus }: Counterpart): string {
  const kind = foundIn === 'tree' ? 'tree' : 'series';
  return linkTargetText({ kind, path, heading: null, line: focus ?? line });
}
