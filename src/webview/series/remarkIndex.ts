import type { PanelAgain, PanelMarks, PanelRemark } from '../../protocol/panelModel.ts';
import { covers, stretchKey } from './place.ts';
import { annotationPlace } from './markIndex.ts';
import type { PlacedAnnotation } from './seriesIndex.ts';

/** What others said, and what asks again, by where it stands; made anew whenever a mark changes. */
export interface RemarkIndex {
  readonly byId: ReadonlyMap<string, PanelRemark>;
  /** Those with words, by `stretchKey`. */
  readonly byStretch: ReadonlyMap<string, readonly PanelRemark[]>;
  /** Those with words whose lines are not found, by index of their patch; `null`: of the series as a whole. */
  readonly unplaced: ReadonlyMap<number | null, readonly PanelRemark[]>;
  /** Those without words, which say that they understood lines, or left them to someone; by `stretchKey`. */
  readonly silent: ReadonlyMap<string, readonly PanelRemark[]>;
  /** What was settled in an earlier version and was edited since, by id of the annotation. */
  readonly again: ReadonlyMap<string, PanelAgain>;
}

export function indexRemarks({ others = [], carried }: PanelMarks): RemarkIndex {
  const spoken = others.filter(hasWords);
  return {
    byId: new Map(others.map((remark) => [remark.id, remark])),
    byStretch: grouped(spoken, ({ place }) => (place ? stretchKey(place) : undefined)),
    unplaced: grouped(spoken, ({ place, patch }) => (place ? undefined : patch)),
    silent: grouped(
      others.filter((remark) => !hasWords(remark)),
      ({ place }) => (place ? stretchKey(place) : undefined),
    ),
    again: new Map(
      (carried?.again ?? []).flatMap((one) => (one.annotation === null ? [] : [[one.annotation, one]])),
    ),
  };
}

/** Names the cards below the heading of a patch, or with null of the cover letter. */
export const headingKey = (patch: number | null): string => `heading/${patch ?? 'cover'}`;

/** Others who said without words how they see an annotation. */
export function silentAbout(placed: PlacedAnnotation, { silent }: RemarkIndex): readonly PanelRemark[] {
  const place = annotationPlace(placed);
  return (silent.get(placed.stretch) ?? []).filter((remark) =>
    remark.annotation === null
      ? remark.place !== null && covers(remark.place, place)
      : remark.annotation === placed.annotation.id,
  );
}

function hasWords({ text, state }: PanelRemark): boolean {
  return text !== '' || state === 'needs-explanation';
}

function grouped<K>(
  remarks: readonly PanelRemark[],
  keyOf: (remark: PanelRemark) => K | undefined,
): ReadonlyMap<K, readonly PanelRemark[]> {
  const groups = new Map<K, PanelRemark[]>();
  for (const remark of remarks) {
    const key = keyOf(remark);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(remark);
    else groups.set(key, [remark]);
  }
  return groups;
}
