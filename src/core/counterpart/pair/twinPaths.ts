/** From this score on two files are taken for one device: two shared words, and the device's own name. */
export const LEAST_TWIN_SCORE = 4;

/**
 * Paths that belong together by where they stand: `rust/hw/char/pl011/src/device.rs` and `hw/char/pl011.c` with
 * `include/hw/char/pl011.h`. Compares the words of both paths; 0 when nothing ties them.
 */
export function twinScore(rustPath: string, cPath: string): number {
  const rust = wordsOf(rustPath.replace(/^rust\//, ''));
  const c = wordsOf(cPath);
  const stem = /([^/]*?)(?:\.[^/]*)?$/.exec(cPath)?.[1] ?? '';
  const shared = c.filter((word) => rust.includes(word)).length;
  return shared + (rust.includes(stem) ? 2 : 0);
}

function wordsOf(path: string): readonly string[] {
  return path
    .replace(/\.[^/.]*$/, '')
    .split('/')
    .filter((word) => !/^(src|include|lib|mod|rust|device)$/.test(word));
}
