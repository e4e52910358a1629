/**
 * A path as the patch names it, made one that cannot lead out of a tree: never absolute, never with `..`, also not where
 * backslashes and drive letters count. `safe` is false if something had to be taken away.
 */
export function safePath(path: string): { readonly path: string; readonly safe: boolean } {
  if (!UNSAFE.test(path)) return { path, safe: true };
  const kept = path
    .replace(/\0/g, '')
    .replace(/^[A-Za-z]:/, '')
    .split(/[\\/]/)
    .filter((part) => part !== '' && part !== '.' && part !== '..');
  return { path: kept.length === 0 ? 'unnamed' : kept.join('/'), safe: false };
}

/** Empty, absolute, with a drive letter, with a NUL, or with a part that is empty, `.` or `..`. */
const UNSAFE = /^$|^[\\/]|^[A-Za-z]:|\0|(^|[\\/])\.{0,2}([\\/]|$)/;
