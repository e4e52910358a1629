let format: Intl.DateTimeFormat | undefined;

/** A mail's date as a day, in the reader's way of writing it; as it was written if it cannot be read. */
export function shortDate(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  format ??= new Intl.DateTimeFormat(undefined, { year: 'numeric', month: 'short', day: 'numeric' });
  return format.format(time);
}
