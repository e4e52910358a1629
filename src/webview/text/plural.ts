import { t } from '../../base/translate.ts';

/** A number with its noun: `{0} patch` for one, `{0} patches` for any other number. */
export function plural(count: number, one: string, many: string): string {
  return t(count === 1 ? one : many, count);
}
