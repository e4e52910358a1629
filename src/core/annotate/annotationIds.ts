import { hash } from '../../base/hash.ts';
import type { Draft } from './draft.ts';

/**
 * Gives the drafts of a series their ids, in order. An id is made of what the place is (path, side, pattern, item, symbol,
 * its line without blanks) and, where several places are the same in that, of its number among them: so it stays the same
 * when lines shift, patches are rebased or other patches join the series.
 */
export function annotationIds(): (draft: Draft, path: string) => string {
  const seen = new Map<string, number>();
  return ({ annotation, text }, path) => {
    const { side, pattern, item, symbol } = annotation;
    const place = [path, side, pattern, item ?? '', symbol ?? '', text].join('\0');
    const number = seen.get(place) ?? 0;
    seen.set(place, number + 1);
    return hash(`${place}\0${number}`);
  };
}
