import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { formatMarkdown } from '../../../src/core/output/formatMarkdown.ts';
import { emptyReview } from '../../../src/core/review/emptyReview.ts';
import type { Mark } from '../../../src/core/review/review.ts';
import { analysis, annotation, file, hunk, lines, mark, patch, series } from '../review/sample.ts';

const HOSTILE = '<img src=x onerror=alert(1)> [a](http://b) `c` **d** &amp; ``` https://e.example';
const FILES = [
  file('hw/`fan`.rs', [
    hunk(10, ['+// ````', '+// ```rust', '+<b>bold</b>', '-gone', '+let x = unsafe { 1 };', ' end']),
  ]),
];
const PATCH = patch(1, FILES, {
  message: { subject: HOSTILE, body: ['```', '<i>one</i>', '# two'], notes: [], trailers: [] },
});
const ANALYSIS = analysis(
  series([PATCH]),
  [[[annotation(13, { question: 'Who else `reads <T>`?' }), annotation(14, { attention: 'check' })]]],
  { problems: [{ code: 'hunk-count', message: HOSTILE, at: HOSTILE }] },
);

function markdown(marks: readonly Mark[]): string {
  return formatMarkdown(ANALYSIS, { ...emptyReview(ANALYSIS.series), marks });
}
function nodes(text: string): readonly Nodes[] {
  const all = (node: Nodes): readonly Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(all) : []),
  ];
  return all(fromMarkdown(text));
}
const MARKS = [
  mark(lines('hw/`fan`.rs', 10, 14), `Why?\n\n${HOSTILE}\n# not a heading\n- nor a list\n1. nor this`),
  mark({ kind: 'message', patch: 'fan-1@example.org', line: 1, endLine: 3 }),
  mark({ kind: 'cover', line: 1, endLine: 1 }, 'What for?'),
];

describe('the review as Markdown', () => {
  it('holds every mark with its lines, its words, and the coverage', () => {
    const text = markdown(MARKS);
    const fences = nodes(text).flatMap((node) => (node.type === 'code' ? [node] : []));
    expect(fences.map(({ lang, value }) => [lang, value])).toEqual([
      ['text', 'Why we do this.'],
      ['text', '```\n<i>one</i>\n# two'],
      ['diff', '+// ````\n+// ```rust\n+<b>bold</b>\n-gone\n+let x = unsafe { 1 };\n end'],
    ]);
    expect(text).toContain('2 crossings: 0 understood, 2 need explanation, 0 not looked at.');
  });

  it('turns no text of a patch, a problem or a question into markup', () => {
    const all = nodes(markdown(MARKS));
    const types = new Set(all.map(({ type }) => type));
    for (const type of ['html', 'link', 'linkReference', 'image', 'strong', 'emphasis'] as const)
      expect(types).not.toContain(type);
    const headings = all.flatMap((node) => (node.type === 'heading' ? [toString(node)] : []));
    expect(headings).toEqual([
      'Review of hw/fan: port (v2)',
      'Cover letter',
      'Needs explanation: cover line 1',
      `1. ${HOSTILE.replace('`c`', 'c')}`,
      'Understood: message line 1–3',
      'Needs explanation: hw/`fan`.rs line 10–14',
      'Problems',
    ]);
  });

  it('lists what nobody looked at', () => {
    const text = markdown([]);
    expect(text).toContain('### Not looked at\n\n- ``hw/`fan`.rs:13`` look-first:');
    expect(text).toContain('Who else `reads <T>`?');
    expect(markdown(MARKS)).not.toContain('### Not looked at');
  });

  it('shows what is on one line below it, and counts notes unless asked for them', () => {
    const here = [
      annotation(13),
      annotation(13, { question: 'Who frees it?' }),
      annotation(14, { attention: 'note' }),
    ];
    const found = analysis(series([PATCH]), [[here]]);
    const text = formatMarkdown(found, emptyReview(found.series));
    expect(text).toMatch(
      /^- ``hw\/`fan`.rs:13``\n {2}- look-first: .*\n {2}- look-first: .*Who frees it\?.*\n- 1 note not listed$/m,
    );
    const full = formatMarkdown(found, emptyReview(found.series), { notes: true });
    expect(full).toContain('\n- ``hw/`fan`.rs:14`` note: ');
    expect(full).not.toContain('not listed');
  });

  it('shows marks on patches and lines that are not there by what they were on', () => {
    const anchor = { text: ['old text'], before: [], after: [], item: null, ordinal: 0 };
    const gone = { ...lines('hw/fan.rs', 3), patch: 'gone@example.org' };
    const text = markdown([
      mark(gone, 'Still?', { anchor }),
      mark(lines('hw/`fan`.rs', 99), 'And this?', { anchor }),
      mark(lines('hw/`fan`.rs', 99), 'And that?'),
    ]);
    expect(text.match(/```diff\nold text\n```/g)).toHaveLength(2);
    expect(text).toContain('## Marks on patches that are not here');
    expect(text).toContain('These lines are not shown in this series.\n\nAnd that?');
  });
});
