import type { PanelPlace } from '../../protocol/panelModel.ts';

/** Whose text: that of the patch with this index, or the cover letter's. */
export type Owner = number | 'cover';

/** One row of the panel that the cursor can stand on. Indices are into the model; rows and lines 0-based. */
export type Address =
  | { readonly kind: 'cover' }
  | { readonly kind: 'patch'; readonly patch: number }
  | { readonly kind: 'message'; readonly patch: number }
  | { readonly kind: 'text'; readonly owner: Owner; readonly line: number }
  | { readonly kind: 'file'; readonly patch: number; readonly file: number }
  | { readonly kind: 'hunk'; readonly patch: number; readonly file: number; readonly hunk: number }
  | LineAddress
  | { readonly kind: 'card'; readonly id: string; readonly under: Address };

/** A line of a hunk. */
export interface LineAddress {
  readonly kind: 'line';
  readonly patch: number;
  readonly file: number;
  readonly hunk: number;
  readonly row: number;
}

/** A key that is equal for equal addresses; also fit for an element's id. */
export function addressKey(address: Address): string {
  switch (address.kind) {
    case 'cover':
      return 'cover';
    case 'patch':
    case 'message':
      return `${address.kind}-${address.patch}`;
    case 'text':
      return `text-${address.owner}-${address.line}`;
    case 'file':
      return `file-${address.patch}-${address.file}`;
    case 'hunk':
      return `hunk-${address.patch}-${address.file}-${address.hunk}`;
    case 'line':
      return `line-${address.patch}-${address.file}-${address.hunk}-${address.row}`;
    case 'card':
      return `card-${encodeURIComponent(address.id)}`;
  }
}

export function sameAddress(a: Address | null, b: Address | null): boolean {
  return a === b || (a !== null && b !== null && addressKey(a) === addressKey(b));
}

/** The row that an address lies under, from which it can be collapsed; undefined at the top. */
export function parentOf(address: Address): Address | undefined {
  switch (address.kind) {
    case 'cover':
    case 'patch':
      return undefined;
    case 'message':
    case 'file':
      return { kind: 'patch', patch: address.patch };
    case 'text':
      return address.owner === 'cover' ? { kind: 'cover' } : { kind: 'message', patch: address.owner };
    case 'hunk':
      return { kind: 'file', patch: address.patch, file: address.file };
    case 'line':
      return { kind: 'hunk', patch: address.patch, file: address.file, hunk: address.hunk };
    case 'card':
      return address.under;
  }
}

/** The patch that an address is in; undefined in the cover letter. */
export function patchOf(address: Address): number | undefined {
  if (address.kind === 'cover') return undefined;
  if (address.kind === 'card') return patchOf(address.under);
  if (address.kind === 'text') return address.owner === 'cover' ? undefined : address.owner;
  return address.patch;
}

/** The file that an address is in; undefined outside of files. */
export function fileOf(address: Address): { readonly patch: number; readonly file: number } | undefined {
  if (address.kind === 'card') return fileOf(address.under);
  if (address.kind !== 'file' && address.kind !== 'hunk' && address.kind !== 'line') return undefined;
  return { patch: address.patch, file: address.file };
}

/** The first or last row of a place. */
export function placeAddress(place: PanelPlace, end: 'first' | 'last'): Address {
  const first = end === 'first';
  if (place.kind === 'lines') {
    const { patch, file, hunk } = place;
    return { kind: 'line', patch, file, hunk, row: first ? place.row : place.endRow };
  }
  const owner = place.kind === 'cover' ? 'cover' : place.patch;
  return { kind: 'text', owner, line: first ? place.line : place.endLine };
}
