import { t } from '../base/translate.ts';
import { visibleText } from '../core/output/visibleText.ts';
import type { Series } from '../core/patch/series.ts';
import type { OtherMark, OtherSource } from '../core/review/others/otherReview.ts';
import type { Said } from '../core/review/others/saidBelow.ts';
import type { MarkTarget, Review } from '../core/review/review.ts';
import type { PanelPlace, PanelRemark, PanelSaid } from '../protocol/panelModel.ts';
import { panelCarried } from './carriedSummary.ts';
import { exitWords } from './exitWords.ts';
import { otherQuestions, type OthersView } from './otherQuestions.ts';

/** Stands for a time that nobody told. */
export const NO_TIME = '1970-01-01T00:00:00.000Z';

/** What other reviewers said, as the panel shows it; `place` tells where a target is in the panel. */
export function panelRemarks(
  series: Series,
  own: Review,
  others: OthersView,
  place: (target: MarkTarget) => PanelPlace | undefined,
): readonly PanelRemark[] {
  const questions = new Map(otherQuestions(series, own, others).map((question) => [question.at, question]));
  return others.marks.map((at): PanelRemark => {
    const { mark, carried, fromVersion, target } = at;
    const question = questions.get(at);
    const tree = others.inTree.get(mark.id);
    const followed = question?.isInTree === true && tree ? tree : carried;
    return {
      id: mark.id,
      author: personName(at.reviewer),
      date: knownTime(mark.madeAt),
      text: visibleLines(mark.question),
      state: mark.state,
      annotation: mark.annotation,
      source: sourceWords(at.source),
      turn: question?.turn ?? null,
      ended: mark.exit && exitWords(mark.exit),
      said: (question?.said ?? []).map(panelSaid),
      answer: question?.answer?.text ?? '',
      carried: followed && panelCarried(followed, fromVersion),
      isInTree: question?.isInTree ?? false,
      quoted: mark.anchor.text.map(visibleText),
      patch: patchIndex(series, at),
      place: target === null ? null : (place(target) ?? null),
    };
  });
}

/** What was said below a question, for the panel. */
export function panelSaid({ author, text, madeAt }: Said): PanelSaid {
  return { author: personName(author), date: knownTime(madeAt), text: visibleLines(text) };
}

/** The name of `Name <address>`, else the address. */
export function personName(person: string): string {
  const name = person.replace(/\s*<[^>]*>\s*$/, '').trim();
  return visibleText(name === '' ? person.replace(/^<|>$/g, '') : name);
}

function visibleLines(text: string): string {
  return text.split('\n').map(visibleText).join('\n');
}

function knownTime(time: string): string | null {
  return Date.parse(time) === Date.parse(NO_TIME) ? null : time;
}

function sourceWords({ kind, name }: OtherSource): string {
  switch (kind) {
    case 'thread':
      return t('in the thread');
    case 'shared':
      return visibleText(t('shared as {0}', name));
    case 'kept':
      return t('opened here');
  }
}

function patchIndex({ patches }: Series, { patch }: OtherMark): number | null {
  const index = patches.findIndex(({ id }) => id === patch);
  return index < 0 ? null : index;
}
