/**
 * Whether a line tells to cut off what is above (`-- >8 --`), by git's measure: at least 8 wide, more than a third of it
 * dashes, scissors and the blanks between, and more than half of those no blanks.
 */
export function isScissorsLine(line: string): boolean {
  const text = line.trim();
  if (text.length < 8 || !/>8|8<|>%|%</.test(text)) return false;
  const perforations = text.match(/(?:-|>8|8<|>%|%<)(?:[-\s]|>8|8<|>%|%<)*/g) ?? [];
  const perforation = perforations.join('');
  const gap = perforation.length - perforation.replace(/\s/g, '').length;
  return text.length < perforation.length * 3 && gap * 2 < perforation.length;
}
