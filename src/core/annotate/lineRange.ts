/** Lines of an image, 1-based, inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}
