/** Every word that the page of twins shows or says, in one place. */
export const words = {
  loading: (title: string) => `Comparing ${title}…`,
  heading: (title: string) => `${title}: C beside Rust`,
  files: 'Files compared',
  c: 'C',
  rust: 'Rust',
  fact: 'Fact',
  verdict: 'Verdict',
  nothing: 'nothing',
  reload: 'Compare again',
  notes: 'Not read',
  none: 'These files state nothing that can be compared.',
  count: (title: string, rows: number) => `${title} (${rows})`,
  place: (path: string, line: number) => `${path.replace(/^.*\//, '')}:${line}`,
} as const;
