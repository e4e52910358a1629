/**
 * A short, stable, non-cryptographic hash of a string (64 bits of two FNV-1a lanes, 13 base-36 characters at most).
 * For ids of annotations, patches and anchors; never for trust.
 */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 0x01000193);
    b = Math.imul(b ^ ((unit << 5) | (unit >>> 11)), 0x85ebca6b);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
