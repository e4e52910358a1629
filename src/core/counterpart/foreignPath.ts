/**
 * Whether a Rust path names generated or hand-written declarations of C: `bindings`, `ffi`, `sys`, `libc` or a crate
 * `…_sys`. Everything reached through it carries its C name.
 */
export function isForeignPath(path: string): boolean {
  if (/^(::)?(std|core|alloc)(::|$)/.test(path)) return false;
  return path
    .split('::')
    .some((segment) => /^(bindings|ffi|sys|raw|c|capi|libc|uapi)$|_(sys|ffi|bindings|raw)$/.test(segment));
}
