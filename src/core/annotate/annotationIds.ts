import { hash } from '../../base/hash.ts';
import type { Draft, FileDrafts } from './draft.ts';

/** What an id is made of besides the draft: the file's path on the draft's side. */
type PathOf = (draft: Draft) => string;

/**
 * Gives each draft of a series its id. It is made of what the place is (path, side, pattern, item, its line without
 * blanks) and, where several places are the same in that, of its number among them: so it stays the same when lines
 * shift, patches are rebased or other patches join the series.
 */
export function annotationIds(): (file: FileDrafts, pathOf: PathOf) => readonly string[] {
  const seen = new Map<string, number>();
  return ({ drafts }, pathOf) =>
    drafts.map((draft) => {
      const { side, pattern, item, symbol } = draft.annotation;
      const place = [pathOf(draft), side, pattern, item ?? '', symbol ?? '', draft.text].join('\0');
      const number = seen.get(place) ?? 0;
      seen.set(place, number + 1);
      return hash(`${place}\0${number}`);
    });
}
