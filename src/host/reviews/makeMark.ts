import type { Analysis } from '../../core/analysis.ts';
import type { Annotation } from '../../core/annotate/annotation.ts';
import type { Side } from '../../core/patch/series.ts';
import type { Proposal } from '../../core/review/carry/proposal.ts';
import { makeAnchor } from '../../core/review/makeAnchor.ts';
import type { Exit, ExitKind, Mark, MarkState, MarkRemark, Review } from '../../core/review/review.ts';
import { samePlace } from '../../core/review/setMark.ts';
import { targetText } from '../../core/review/targetText.ts';
import { placeTarget } from '../../present/placeTarget.ts';
import type { PanelPlace } from '../../protocol/panelModel.ts';

/** What the reviewer says about a place. */
export interface MarkRequest {
  readonly place: PanelPlace;
  readonly state: MarkState;
  readonly question: string;
  /** Id of the annotation that is answered, or null. */
  readonly annotation: string | null;
  readonly deferredTo: string | null;
  /** Side that is meant where rows show both and no annotation says; the new one when absent. */
  readonly side?: Side;
}

/** What the host adds: a fresh id and the time (ISO 8601, UTC). */
export interface Stamp {
  readonly id: string;
  readonly now: string;
}

/**
 * The mark for a request. It keeps the id of the one whose place it takes, so that other windows know it as the same.
 * Undefined when the series has no such place.
 */
export function makeMark(
  analysis: Analysis,
  review: Review,
  request: MarkRequest,
  stamp: Stamp,
): Mark | undefined {
  const { place, state, question, annotation: annotationId, deferredTo } = request;
  const annotation = place.kind === 'lines' ? annotationAt(analysis, place, annotationId) : undefined;
  const target = placeTarget(analysis.series, place, annotation?.side ?? request.side);
  if (!target) return undefined;
  const mark: Mark = {
    id: stamp.id,
    target,
    anchor: makeAnchor(analysis, target),
    state,
    question,
    annotation: annotation?.id ?? null,
    pattern: annotation?.pattern ?? null,
    deferredTo: state === 'deferred' ? deferredTo : null,
    exit: null,
    madeAt: stamp.now,
  };
  const present = review.marks.find((other) => samePlace(other, mark));
  if (!present) return mark;
  return { ...mark, id: present.id, ...(present.remarks && { remarks: present.remarks }) };
}

/** The mark with one more remark below its question. */
export function remarkOn(mark: Mark, remark: MarkRemark): Mark {
  return { ...mark, remarks: [...(mark.remarks ?? []), remark] };
}

/** The mark as understood by the reviewer after all: no question any more, but what was asked stays on record. */
export function understoodAfterAll(mark: Mark, now: string): Mark {
  return { ...mark, state: 'understood', deferredTo: null, exit: null, madeAt: now };
}

/** The mark with its question open again. */
export function reopenMark(mark: Mark, now: string): Mark {
  return { ...mark, exit: null, madeAt: now };
}

/** The mark with its question ended. Evidence is what was proposed as its end, else what stands there now. */
export function endMark(
  analysis: Analysis,
  mark: Mark,
  { kind, reason }: { readonly kind: ExitKind; readonly reason: string },
  now: string,
  proposal: Proposal | null = null,
): Mark {
  const proposed = proposal?.kind === kind ? proposal.evidence : undefined;
  const exit: Exit = {
    kind,
    reason,
    evidence: kind === 'withdrawn' ? '' : (proposed ?? evidenceOf(analysis, mark, kind)),
    version: analysis.series.version,
    confirmedAt: now,
  };
  return { ...mark, exit };
}

function annotationAt(
  { patches }: Analysis,
  place: PanelPlace & { readonly kind: 'lines' },
  id: string | null,
): Annotation | undefined {
  const found = patches[place.patch]?.files[place.file]?.annotations;
  return id === null ? undefined : found?.find((annotation) => annotation.id === id);
}

function evidenceOf(analysis: Analysis, { annotation: id, target }: Mark, kind: ExitKind): string {
  const annotations = analysis.patches.flatMap(({ files }) => files.flatMap((file) => file.annotations));
  const explanation = annotations.find((annotation) => annotation.id === id)?.facets.explanation;
  if (kind === 'documented' && explanation) return explanation;
  return targetText(analysis.series, target)
    .filter(({ line }) => target.line <= line && line <= target.endLine)
    .map(({ text }) => text)
    .join('\n');
}
