/** A part of a multipart body. */
export interface BodyPart {
  readonly bytes: Uint8Array;
  /** Lines of the body above it. */
  readonly linesAbove: number;
}

const [LF, DASH] = [10, 45] as const;

/** Splits a multipart body at its boundary lines. `closed` is false if the last boundary is missing. */
export function splitParts(
  body: Uint8Array,
  boundary: string,
): { readonly parts: readonly BodyPart[]; readonly closed: boolean } {
  const marker = new TextEncoder().encode(`--${boundary}`);
  const parts: BodyPart[] = [];
  let start = -1;
  let linesAbove = 0;
  let line = 0;
  for (let at = 0; at < body.length; line++) {
    const end = body.indexOf(LF, at);
    const next = end < 0 ? body.length : end + 1;
    const kind = body[at] === DASH ? boundaryKind(body.subarray(at, next), marker) : undefined;
    if (kind !== undefined) {
      if (start >= 0) parts.push({ bytes: body.subarray(start, at), linesAbove });
      if (kind === 'last') return { parts, closed: true };
      start = next;
      linesAbove = line + 1;
    }
    at = next;
  }
  if (start >= 0) parts.push({ bytes: body.subarray(start), linesAbove });
  return { parts, closed: false };
}

function boundaryKind(line: Uint8Array, marker: Uint8Array): 'next' | 'last' | undefined {
  if (line.length < marker.length || !marker.every((byte, index) => line[index] === byte)) return undefined;
  const rest = String.fromCharCode(...line.subarray(marker.length, marker.length + 80)).trim();
  return rest === '' ? 'next' : rest === '--' ? 'last' : undefined;
}
