/** A regular expression as a tree. `fits` tells whether a UTF-16 unit is in a set. */
export type Expression =
  | { readonly kind: 'empty' }
  | { readonly kind: 'set'; readonly fits: (unit: number) => boolean }
  | { readonly kind: 'place'; readonly at: PlaceKind }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | { readonly kind: 'group'; readonly name: string; readonly inner: Expression }
  | { readonly kind: 'ahead'; readonly negated: boolean; readonly inner: Expression }
  | {
      readonly kind: 'repeat';
      readonly inner: Expression;
      readonly least: number;
      /** Infinity if there is no end. */
      readonly most: number;
      readonly greedy: boolean;
    };

export type PlaceKind = 'start' | 'end' | 'word-edge' | 'no-word-edge';

/** True for a letter, digit or underscore, as `\w` means it. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || unit === 95 || (unit >= 97 && unit <= 122)
  );
}
