/** Parts one after the other. */
export function joinBytes(parts: Iterable<Uint8Array>): Uint8Array {
  const all = [...parts];
  const joined = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
