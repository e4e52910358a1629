/** A copy of `lines` in which `remove` lines from index `at` are replaced. */
export function spliced(
  lines: readonly string[],
  at: number,
  remove: number,
  ...put: readonly string[]
): readonly string[] {
  return [...lines.slice(0, at), ...put, ...lines.slice(at + remove)];
}
