import { ATTENTIONS } from './filter.ts';
import type { LineAddress } from './address.ts';
import type { PlacedAnnotation } from './seriesIndex.ts';

/** In which order annotations are walked: those to look at first first, or as they stand in the text. */
export type WalkOrder = 'attention' | 'text';

export interface WalkTarget {
  readonly target: PlacedAnnotation;
  /** 1-based place in the walk, and how long the walk is. */
  readonly number: number;
  readonly of: number;
  /** The walk went past its end and began again. */
  readonly wrapped: boolean;
}

/** The annotations, which come in order of the text, in the order of the walk. */
export function walkOrder(
  annotations: readonly PlacedAnnotation[],
  order: WalkOrder,
): readonly PlacedAnnotation[] {
  if (order === 'text') return annotations;
  return ATTENTIONS.flatMap((attention) =>
    annotations.filter(({ annotation }) => annotation.attention === attention),
  );
}

/**
 * The annotation to go to: from `current`, the id of the one that the walk stands on, or where nothing is current from
 * the cursor's line, forwards or backwards to the first that is wanted. The walk is a ring. Undefined when none is wanted.
 */
export function walkTarget(
  walk: readonly PlacedAnnotation[],
  from: { readonly current: string | null; readonly cursor: LineAddress | null; readonly order: WalkOrder },
  step: 1 | -1,
  wanted: (id: string) => boolean = () => true,
): WalkTarget | undefined {
  const of = walk.length;
  const start = startOf(walk, from, step);
  for (let taken = 1; taken <= of; taken++) {
    const at = start + step * taken;
    const index = ((at % of) + of) % of;
    const target = walk[index];
    if (target && wanted(target.annotation.id))
      return { target, number: index + 1, of, wrapped: at < 0 || at >= of };
  }
  return undefined;
}

/** Index that the first step leads away from; may lie just outside of the walk. */
function startOf(
  walk: readonly PlacedAnnotation[],
  { current, cursor, order }: Parameters<typeof walkTarget>[1],
  step: 1 | -1,
): number {
  const index = walk.findIndex(({ annotation }) => annotation.id === current);
  if (index >= 0) return index;
  if (order === 'attention' || cursor === null) return step > 0 ? -1 : walk.length;
  const after = walk.findIndex((placed) => isAfter(placed, cursor));
  const next = after < 0 ? walk.length : after;
  return step > 0 ? next - 1 : next;
}

function isAfter({ annotation, patch, file }: PlacedAnnotation, cursor: LineAddress): boolean {
  const difference =
    patch - cursor.patch ||
    file - cursor.file ||
    annotation.hunk - cursor.hunk ||
    annotation.row - cursor.row;
  return difference > 0;
}
