/** Most bytes that a compressed input may have unpacked; more is an attack or a mistake. */
const MAX_SIZE = 512 * 1024 * 1024;

/** Whether bytes are compressed with gzip, as list archives offer their mailboxes. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks gzip; undefined if it is damaged, cut off or too large. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = new Blob([bytes.slice()])
      .stream()
      .pipeThrough(new DecompressionStream('gzip'))
      .getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      chunks.push(read.value);
      size += read.value.length;
      if (size > MAX_SIZE) {
        await reader.cancel();
        return undefined;
      }
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
