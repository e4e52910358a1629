/**
 * Whether a `---` or `+++` line carries the time 1970-01-01 00:00 UTC, in whatever time zone it is written: so `diff -N`
 * says that the file does not exist.
 */
export function isEpoch(line: string): boolean {
  const [, date, hours, minutes, sign, offsetHours, offsetMinutes] = EPOCH.exec(line) ?? [];
  if (date === undefined) return false;
  const local = Number(hours) * 60 + Number(minutes) - (date === '1969-12-31' ? 24 * 60 : 0);
  const offset = Number(offsetHours) * 60 + Number(offsetMinutes);
  return local === (sign === '-' ? -offset : offset);
}

const EPOCH = /[\t ](1970-01-01|1969-12-31) (\d\d):(\d\d):00(?:\.0+)? ([-+])(\d\d):?(\d\d)$/;
