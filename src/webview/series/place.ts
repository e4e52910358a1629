import type { PanelPlace } from '../../protocol/panelModel.ts';
import type { Address, Owner } from './address.ts';

/** Names the stretch of lines that places are in: a hunk's, or a text's. Equal for places that could overlap. */
export function stretchKey(place: PanelPlace): string {
  if (place.kind === 'lines') return hunkKey(place.patch, place.file, place.hunk);
  return textKey(place.kind === 'cover' ? 'cover' : place.patch);
}

export const hunkKey = (patch: number, file: number, hunk: number): string => `${patch}/${file}/${hunk}`;
export const fileKey = (patch: number, file: number): string => `${patch}/${file}`;
export const textKey = (owner: Owner): string => `text/${owner}`;

/** First and last row of a place within its stretch. */
export function rowsOf(place: PanelPlace): readonly [first: number, last: number] {
  return place.kind === 'lines' ? [place.row, place.endRow] : [place.line, place.endLine];
}

/** The place that runs from one row to another of the same stretch, in either direction; undefined if they differ. */
export function placeBetween(from: Address, to: Address): PanelPlace | undefined {
  if (from.kind === 'line' && to.kind === 'line') {
    const { patch, file, hunk } = from;
    if (to.patch !== patch || to.file !== file || to.hunk !== hunk) return undefined;
    return {
      kind: 'lines',
      ...{ patch, file, hunk },
      row: Math.min(from.row, to.row),
      endRow: Math.max(from.row, to.row),
    };
  }
  if (from.kind !== 'text' || to.kind !== 'text' || from.owner !== to.owner) return undefined;
  const range = { line: Math.min(from.line, to.line), endLine: Math.max(from.line, to.line) };
  return from.owner === 'cover'
    ? { kind: 'cover', ...range }
    : { kind: 'message', patch: from.owner, ...range };
}

/** True if `outer` and `inner` are in the same stretch and `outer` spans all rows of `inner`. */
export function covers(outer: PanelPlace, inner: PanelPlace): boolean {
  if (stretchKey(outer) !== stretchKey(inner)) return false;
  const [first, last] = rowsOf(outer);
  const [innerFirst, innerLast] = rowsOf(inner);
  return first <= innerFirst && last >= innerLast;
}

export function samePlace(a: PanelPlace, b: PanelPlace): boolean {
  return covers(a, b) && covers(b, a);
}
