/** Text without blanks and line ends, for comparing what is only laid out differently. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Squeezed text without the commas that come and go when a list is wrapped. */
export function unwrapped(text: string): string {
  return squeeze(text).replace(/,(?=[)\]}>])/g, '');
}
