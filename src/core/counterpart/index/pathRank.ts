/**
 * How likely a C declaration in `path` is the one meant, lower is better: public headers, then headers, then sources;
 * tests, stubs and copies of other projects come last.
 */
export function pathRank(path: string): number {
  const isHeader = /\.h(\.inc)?$/.test(path);
  const base = /(^|\/)include\//.test(path) && isHeader ? 0 : isHeader ? 1 : 2;
  return (
    base +
    (/(^|\/)(tests?|stubs?|subprojects|roms|contrib|examples?|samples|fuzz|tools|third_party|vendor)\//.test(
      path,
    )
      ? 4
      : 0)
  );
}
