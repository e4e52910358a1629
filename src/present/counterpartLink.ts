import { t } from '../base/translate.ts';
import type { Counterpart } from '../core/counterpart/counterpart.ts';
import type { FoundIn } from '../core/counterpart/scope.ts';
import { linkTargetText } from './linkTarget.ts';

const PLACE_WORDS: Record<FoundIn, string> = {
  patch: t('in this patch'),
  series: t('elsewhere in the series'),
  tree: t('in the tree'),
};

/** What a link to the other side of a crossing says: `C: fan_read, in this patch`. */
export function counterpartTitle(counterpart: Counterpart): string {
  return `${sourceTitle(counterpart)}, ${PLACE_WORDS[counterpart.foundIn]}`;
}

/** The same outside of patches: `C: fan_read`. */
export function sourceTitle({ language, symbol }: Pick<Counterpart, 'language' | 'symbol'>): string {
  return `${language === 'c' ? 'C' : 'Rust'}: ${symbol}`;
}

/** Where it leads, as a link travels. */
export function counterpartTarget({ foundIn, path, line, focus }: Counterpart): string {
  const kind = foundIn === 'tree' ? 'tree' : 'series';
  return linkTargetText({ kind, path, heading: null, line: focus ?? line });
}
