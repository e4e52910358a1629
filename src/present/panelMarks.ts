import type { Analysis } from '../core/analysis.ts';
import type { Series } from '../core/patch/series.ts';
import type { Carried } from '../core/review/carry/adoptMarks.ts';
import { coverageByPatch, sumOf } from '../core/review/coverageOf.ts';
import type { Mark, MarkTarget, Review } from '../core/review/review.ts';
import { pathOn } from '../core/review/targetText.ts';
import type { PanelCarried, PanelKept, PanelMark, PanelMarks, PanelPlace } from '../protocol/panelModel.ts';
import { carriedSummary, panelCarried } from './carriedSummary.ts';
import { exitWords } from './exitWords.ts';
import { FilePlaces } from './filePlaces.ts';
import { NO_OTHERS, type OthersView } from './otherQuestions.ts';
import { panelRemarks, panelSaid } from './panelRemarks.ts';

/** Stands in for the place of a mark whose lines are gone; the panel lists such marks apart. */
const NOWHERE: PanelPlace = { kind: 'message', patch: 0, line: 0, endLine: 0 };

/** What the panel is told beside a review itself. */
export interface MarksAround {
  readonly carried?: Carried | undefined;
  readonly others?: OthersView;
  readonly kept?: PanelKept | undefined;
}

/**
 * The marks of a review where the panel shows them, what became of carried ones, how much was looked at, and what others
 * said.
 */
export function panelMarks(
  analysis: Analysis,
  review: Review,
  { carried, others = NO_OTHERS, kept }: MarksAround = {},
): PanelMarks {
  const place = markPlaces(analysis.series);
  const byPatch = coverageByPatch(analysis, review);
  const marks = review.marks.flatMap((mark) => {
    const from = carried?.marks.get(mark.id);
    const shown = from && carried ? panelCarried(from, carried.fromVersion) : null;
    const at = shown?.fate === 'gone' ? NOWHERE : place(mark.target);
    const said = others.said.get(mark.id)?.map(panelSaid);
    return at ? [{ ...panelMark(mark, at, shown), ...(said && { said }) }] : [];
  });
  const remarks = panelRemarks(analysis.series, review, others, place);
  return {
    marks,
    carried: carried ? carriedSummary(analysis, review, carried, place) : null,
    coverage: sumOf(byPatch),
    byPatch,
    ...(remarks.length > 0 && { others: remarks }),
    ...(kept && { kept }),
  };
}

/** Marks that stand on a patch, file or text that the series does not have: they are kept, but cannot be shown. */
export function unplacedMarks(series: Series, marks: readonly Mark[]): readonly Mark[] {
  const place = markPlaces(series);
  return marks.filter(({ target }) => place(target) === undefined);
}

/** Tells where a target is in the panel. Lines that no hunk shows are clamped to the nearest ones. */
export function markPlaces(series: Series): (target: MarkTarget) => PanelPlace | undefined {
  const patches = new Map(series.patches.map(({ id }, index) => [id, index]));
  const files = new Map<string, FilePlaces>();
  const placesOf = (patch: number, file: number): FilePlaces | undefined => {
    const key = `${patch}/${file}`;
    const change = series.patches[patch]?.files[file];
    const places = files.get(key) ?? (change && new FilePlaces(change));
    if (places) files.set(key, places);
    return places;
  };
  return (target) => {
    if (target.kind === 'cover') {
      const range = messageRange(target, series.cover?.message.body.length ?? 0);
      return range && { kind: 'cover', ...range };
    }
    const patch = patches.get(target.patch);
    const found = patch === undefined ? undefined : series.patches[patch];
    if (patch === undefined || !found) return undefined;
    if (target.kind === 'message') {
      const range = messageRange(target, found.message.body.length);
      return range && { kind: 'message', patch, ...range };
    }
    const file = found.files.findIndex((change) => pathOn(change, target.side) === target.path);
    const rows = placesOf(patch, file)?.rowsOf(target.side, target.line, target.endLine);
    return rows && { kind: 'lines', patch, file, ...rows };
  };
}

function panelMark(mark: Mark, place: PanelPlace, carried: PanelCarried | null): PanelMark {
  const { id, state, question, annotation, deferredTo, exit } = mark;
  return { id, state, question, annotation, deferredTo, ended: exit && exitWords(exit), carried, place };
}

/** From 1-based, as marks count, to 0-based, as the panel does; clamped to the text. */
function messageRange(
  { line, endLine }: { readonly line: number; readonly endLine: number },
  count: number,
): { readonly line: number; readonly endLine: number } | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  return { line: Math.min(line - 1, last), endLine: Math.min(endLine - 1, last) };
}
