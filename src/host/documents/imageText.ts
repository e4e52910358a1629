import type { Image } from '../../core/image/image.ts';

/**
 * An image as the text of a document whose line numbers are the file's. What the patch does not show of a `hunks` image
 * is blank lines: as many on both sides, so that a diff of them sees only what the patch changes.
 */
export function imageText({ parts }: Image): string {
  const lines: string[] = [];
  for (const part of parts) {
    while (lines.length < part.firstLine - 1) lines.push('');
    for (const line of part.lines) lines.push(line);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
