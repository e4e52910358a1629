/** A patch that adds whole files, as `git diff` against nothing has it. */
export function addingPatch(
  files: readonly { readonly path: string; readonly lines: readonly string[] }[],
): string {
  return files
    .map(({ path, lines }) =>
      [
        `diff --git a/${path} b/${path}`,
        'new file mode 100644',
        '--- /dev/null',
        `+++ b/${path}`,
        `@@ -0,0 +1,${lines.length} @@`,
        ...lines.map((line) => `+${line}`),
        '',
      ].join('\n'),
    )
    .join('');
}
