import type { LineTokens } from '../base/tokens.ts';
import type { Counterpart, CrossingResult } from '../core/counterpart/counterpart.ts';
import type { Language } from '../core/patch/language.ts';
import { SLOT_STANDINGS, type SlotState } from '../core/counterpart/checks/slots.ts';
import type { PanelCounterpart, PanelSlot } from '../protocol/panelModel.ts';
import { counterpartTarget, counterpartTitle } from './counterpartLink.ts';
import { linkTargetText } from './linkTarget.ts';
import { pairingWords } from './pairingWords.ts';

/** Syntax colours of lines that stand by themselves. */
export type TokensOf = (language: Language, lines: readonly string[]) => readonly LineTokens[];

/** What was found on the other side of an annotation, as the panel shows it; undefined where nothing crosses. */
export function panelCounterpart(result: CrossingResult, tokensOf: TokensOf): PanelCounterpart | undefined {
  const { annotation, status, counterparts, disagreements, slots = [] } = result;
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
    ...(slots.length > 0 && { slots: slotsInOrder(slots).map(panelSlot) }),
  };
}

function slotsInOrder(slots: readonly SlotState[]): readonly SlotState[] {
  return SLOT_STANDINGS.flatMap((standing) => slots.filter((slot) => slot.standing === standing));
}

function panelSlot({ name, standing, value, doc, c }: SlotState): PanelSlot {
  const target = linkTargetText({ kind: 'series', path: c.path, heading: null, line: c.line });
  return { name, standing, value: value ?? '', c: c.text, doc: doc ?? '', target };
}

function panelPlace(counterpart: Counterpart, tokensOf: TokensOf): PanelCounterpart['places'][number] {
  const { language, path, line, focus, text } = counterpart;
  const lines = text.split('\n');
  return {
    title: counterpartTitle(counterpart),
    language,
    path,
    line: focus ?? line,
    lines,
    tokens: tokensOf(language, lines),
    rule: pairingWords(counterpart),
    target: counterpartTarget(counterpart),
  };
}
