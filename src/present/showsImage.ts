import type { Image } from '../core/image/image.ts';

/** True if a text is what is known of an image: all of it, or at their places all lines that the patch shows. */
export function showsImage(text: string, { kind, parts }: Image): boolean {
  if (kind === 'none') return false;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  if (kind === 'whole' && lines.length !== Math.max(parts[0]?.lines.length ?? 0, 1)) return false;
  return parts.every((part) =>
    part.lines.every((line, index) => lines[part.firstLine - 1 + index] === line.replace(/\r$/, '')),
  );
}
