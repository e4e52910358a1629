/** What became of one line: it stands elsewhere or where it stood, other lines took its place, or it was taken out. */
export type Truth =
  | { readonly kind: 'kept'; readonly path: string; readonly line: number }
  | { readonly kind: 'edited' }
  | { readonly kind: 'gone' };

/** A marked line of the earlier version with what truly became of it. Lines 1-based. */
export interface Expected {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly truth: Truth;
}
