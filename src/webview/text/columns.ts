const TAB = 8;
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** About how many columns of a fixed-width font a line takes; enough to make room for it. */
export function columnsOf(text: string): number {
  if (!text.includes('\t') && !WIDE.test(text)) return text.length;
  let columns = 0;
  for (const character of text) {
    if (character === '\t') columns += TAB - (columns % TAB);
    else columns += WIDE.test(character) ? 2 : 1;
  }
  return columns;
}
