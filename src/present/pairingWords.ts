import { t } from '../base/translate.ts';
import type { Counterpart, PairingRule } from '../core/counterpart/counterpart.ts';

const RULE_WORDS: Record<PairingRule, string> = {
  'same-symbol': t('the same symbol'),
  'same-string': t('the same string names both'),
  'same-slot': t('it fills the slot of this name'),
  'callback-parameter': t('it is handed to this parameter'),
  'same-struct': t('the type of this name'),
  'same-enum': t('the enumeration of this name'),
  body: t('the body calls it'),
  caller: t('it is called from there'),
  naming: t('the names follow the same convention'),
  'file-pair': t('the files of both sides are alike'),
};

/** Why two sides are taken for one crossing, and how sure that is: `the type of this name, likely`. */
export function pairingWords({ rule, confidence }: Pick<Counterpart, 'rule' | 'confidence'>): string {
  const words = RULE_WORDS[rule];
  if (confidence === 'guess') return t('{0}, a guess', words);
  return confidence === 'likely' ? t('{0}, likely', words) : words;
}
