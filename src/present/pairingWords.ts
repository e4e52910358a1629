import type { Counterpart, PairingRule } from '../core/counterpart/counterpart.ts';

const RULE_WORDS: Record<PairingRule, string> = {
  'same-symbol': 'the same symbol',
  'same-string': 'the same string names both',
  'same-slot': 'it fills the slot of this name',
  'callback-parameter': 'it is handed to this parameter',
  'same-struct': 'the type of this name',
  'same-enum': 'the enumeration of this name',
  body: 'the body calls it',
  caller: 'it is called from there',
  naming: 'the names follow the same convention',
  'file-pair': 'the files of both sides are alike',
};

/** Why two sides are taken for one crossing, and how sure that is: `the type of this name, likely`. */
export function pairingWords({ rule, confidence }: Pick<Counterpart, 'rule' | 'confidence'>): string {
  const doubt = confidence === 'guess' ? ', a guess' : confidence === 'likely' ? ', likely' : '';
  return `${RULE_WORDS[rule]}${doubt}`;
}
