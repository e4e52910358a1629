/** A clock by its name and the events that call back: `clk on ClockUpdate`; null when the name is not known. */
export function clockOf(name: string | null, events: string | undefined): string | null {
  if (name === null) return null;
  const named = [...new Set(events?.match(/\bClock(?:Pre)?Update\b/g))].sort();
  return named.length === 0 ? name : `${name} on ${named.join(', ')}`;
}
