import { expect, it } from 'vitest';
import { headingLine } from '../../../src/host/documents/headingLine.ts';

const RST = [
  'Rust in the emulator',
  '====================',
  '',
  'Common pitfalls, and ``BqlCell``',
  '--------------------------------',
  'Text.',
  'Writing bindings to C code',
  '^^^^^^^^^^^^^^^^^^^^^^^^^^',
].join('\r\n');

it('finds headings of reStructuredText by their anchor', () => {
  expect(headingLine(RST, 'rust-in-the-emulator')).toBe(0);
  expect(headingLine(RST, 'common-pitfalls-and-bqlcell')).toBe(3);
  expect(headingLine(RST, 'Writing-bindings-to-C-code')).toBe(6);
  expect(headingLine(RST, 'text')).toBeUndefined();
});

it('finds headings of Markdown, closed or not', () => {
  const markdown = '# Title\n\n## What to check ##\n\nSee title\n';
  expect(headingLine(markdown, 'what-to-check')).toBe(2);
  expect(headingLine(markdown, 'see-title')).toBeUndefined();
});
