/** Numbers below a bound, the same ones for the same seed. */
export type Random = (bound: number) => number;

export function random(seed: number): Random {
  let state = seed >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

/** Lines that readers of diffs and mails stumble over. */
const LINES = [
  ...['', ' ', '\t', 'int x;', '    return 0;', '}', 'trailing  ', 'carriage\r', '\u00e9\u4e2d\u{1f468}'],
  ...[
    '-- ',
    '--',
    '---',
    '- item',
    '-- sql',
    '++ b/x.c',
    '+++',
    '++i;',
    '-- a/x.c',
    '@@ -1,3 +1,3 @@',
    '@@ -1 +1 @@ x',
  ],
  ...[
    'diff --git a/x.c b/x.c',
    'index 1111111..2222222 100644',
    'new file mode 100644',
    'rename from x',
    'Binary files a and b differ',
  ],
  ...[
    '\\ No newline at end of file',
    '\\',
    'From one@example.org Mon Sep 17 00:00:00 2001',
    '>From x',
    'Subject: [PATCH] x',
    '===',
    '=3D=20',
  ],
];

/** A text of up to `size` such lines; sometimes without a line end at its end. */
export function nastyText(next: Random, size: number): string {
  const lines = Array.from({ length: next(size) }, () => LINES[next(LINES.length)] ?? '');
  return lines.join('\n') + (next(4) === 0 ? '' : '\n');
}

/** The text with some lines changed, taken out or put in. */
export function edited(next: Random, text: string): string {
  const lines = text.split('\n');
  for (let edits = 1 + next(4); edits > 0; edits--) {
    const at = next(lines.length + 1);
    lines.splice(at, next(3), ...nastyText(next, 4).split('\n').slice(0, next(4)));
  }
  return lines.join('\n');
}
