import { t } from '../base/translate.ts';
import { visibleText } from '../core/output/visibleText.ts';
import type { Analysis } from '../core/analysis.ts';
import { askingAgain, type Carried } from '../core/review/carry/adoptMarks.ts';
import type { CarriedMark } from '../core/review/carry/carryReview.ts';
import type { ExitKind, Mark, MarkTarget, Review } from '../core/review/review.ts';
import type { PanelAgain, PanelCarried, PanelCarriedSummary, PanelPlace } from '../protocol/panelModel.ts';
import { exitWords } from './exitWords.ts';

/** What became of the questions of an earlier version, counted; those whose lines are gone are listed. */
export function carriedSummary(
  analysis: Analysis,
  review: Review,
  carried: Carried,
  place: (target: MarkTarget) => PanelPlace | undefined,
): PanelCarriedSummary {
  const { fromVersion, marks } = carried;
  const questions = review.marks.flatMap((mark) => {
    const carried = marks.get(mark.id);
    return carried && mark.state === 'needs-explanation' ? [{ mark, carried }] : [];
  });
  const count = (kind: ExitKind): number =>
    questions.filter(({ mark, carried }) => outcome(mark, carried) === kind).length;
  const again = askingAgain(review, analysis, carried).flatMap((asked): PanelAgain[] => {
    const at = place(asked.now.target);
    const { id, exit } = asked.now;
    const said = exit ? exitWords(exit) : t('understood');
    const shown = panelCarried(asked.carried, fromVersion);
    return at ? [{ id, said, annotation: asked.now.annotation, carried: shown, place: at }] : [];
  });
  return {
    fromVersion,
    ...(again.length > 0 && { again }),
    questions: questions.length,
    documented: count('documented'),
    rewritten: count('rewritten'),
    open: questions.filter(({ mark, carried }) => outcome(mark, carried) === null).length,
    gone: questions
      .filter(({ carried }) => carried.fate === 'gone')
      .map(({ mark, carried }) => ({
        id: mark.id,
        where: placeWords(carried.mark.target),
        question: mark.question,
        lines: carried.before,
      })),
  };
}

/** What happened to the lines of one mark. */
export function panelCarried(
  { fate, proposal, before, after }: CarriedMark,
  fromVersion: number,
): PanelCarried {
  const evidence = proposal?.evidence.split('\n') ?? [];
  return { fromVersion, fate, proposal: proposal?.kind ?? null, evidence, before, after };
}

/** How a question ended, or is proposed to end; null while nothing answers it. */
function outcome({ exit }: Mark, { proposal }: CarriedMark): ExitKind | null {
  return exit?.kind ?? proposal?.kind ?? null;
}

function placeWords(target: MarkTarget): string {
  switch (target.kind) {
    case 'lines':
      return `${visibleText(target.path)}:${target.line}`;
    case 'message':
      return t('commit message, line {0}', target.line);
    case 'cover':
      return t('cover letter, line {0}', target.line);
  }
}
