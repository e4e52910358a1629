import type { LineTokens } from '../base/tokens.ts';
import type { Counterpart, CrossingResult, PairingRule } from '../core/counterpart/counterpart.ts';
import type { Language } from '../core/patch/language.ts';
import type { PanelCounterpart } from '../protocol/panelModel.ts';
import { counterpartTarget, counterpartTitle } from './counterpartLink.ts';

/** Syntax colours of lines that stand by themselves. */
export type TokensOf = (language: Language, lines: readonly string[]) => readonly LineTokens[];

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

/** What was found on the other side of an annotation, as the panel shows it; undefined where nothing crosses. */
export function panelCounterpart(result: CrossingResult, tokensOf: TokensOf): PanelCounterpart | undefined {
  const { annotation, status, counterparts, disagreements } = result;
  if (status === 'not-applicable') return undefined;
  return {
    annotation,
    status,
    places: counterparts.map((counterpart) => panelPlace(counterpart, tokensOf)),
    disagreements: disagreements.map(({ question, rust, c }) => ({
      question,
      rust: rust.text,
      c: c?.text ?? '',
    })),
  };
}

function panelPlace(counterpart: Counterpart, tokensOf: TokensOf): PanelCounterpart['places'][number] {
  const { language, path, line, text, rule, confidence } = counterpart;
  const lines = text.split('\n');
  const doubt = confidence === 'guess' ? ', a guess' : confidence === 'likely' ? ', likely' : '';
  return {
    title: counterpartTitle(counterpart),
    language,
    path,
    line,
    lines,
    tokens: tokensOf(language, lines),
    rule: `${RULE_WORDS[rule]}${doubt}`,
    target: counterpartTarget(counterpart),
  };
}
