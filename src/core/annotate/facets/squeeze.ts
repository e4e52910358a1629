/** Text without blanks and line ends, for comparing what is only laid out differently. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
