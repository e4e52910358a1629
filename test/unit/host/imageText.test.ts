import { expect, it } from 'vitest';
import type { Image, ImagePart } from '../../../src/core/image/image.ts';
import { imageText } from '../../../src/host/documents/imageText.ts';

const image = (...parts: readonly (readonly [number, ...string[]])[]): Image => ({
  side: 'new',
  kind: 'hunks',
  parts: parts.map(([firstLine, ...lines]): ImagePart => ({ firstLine, lines, section: '' })),
});

it('keeps the line numbers of the file', () => {
  expect(imageText(image([3, 'three', 'four'], [7, 'seven'])).split('\n')).toEqual([
    ...['', '', 'three', 'four', '', '', 'seven', ''],
  ]);
});

it('is the file itself when the image is whole, and nothing when there is none', () => {
  expect(imageText(image([1, 'one', '', 'three']))).toBe('one\n\nthree\n');
  expect(imageText(image())).toBe('');
});
