/** Lines that say nothing about code: trailers, greetings, thanks, and marks of an omission. */
export function isFormula(line: string): boolean {
  return (
    /^\s*([A-Z][A-Za-z]+-)+([Bb]y|[Tt]o): /.test(line) ||
    /^\s*((thanks|thank you|cheers|regards|(kind|best) regards|best|br)[,.! ]*|[[(]?(\.\.\.|…|snip)[\])]?|hi .{0,30},)$/i.test(
      line,
    ) ||
    /^(On|At|Le|Am) .*(wrote|écrit|schrieb):?\s*$/.test(line)
  );
}

/** The words of a reply that are about something, or empty: without formulas and without what a program counted. */
export function spokenWords(lines: readonly string[]): string {
  const text = lines
    .filter((line) => !isFormula(line))
    .join('\n')
    .replace(ATTRIBUTION, '')
    .replace(COUNTED, '')
    .trim();
  return /\p{L}{2}/u.test(text) ? text : '';
}

/** The line above a quotation, which mailers break in two. */
const ATTRIBUTION =
  /(?:^|\n)(?:On|At|Le|Am|El|Il) [^\n]*\n?[^\n]*(?:wrote|écrit|schrieb|escribió|scritto)\s*:\s*$/;
/** What a reply written here says about how much was looked at; it may be wrapped. */
const COUNTED =
  /(?:^|\n)(?:No crossings to look at\.|\d+ crossings?: [\s\S]{0,200}?not looked at\.)(?:\nThe count may be incomplete: [\s\S]*?series\.)?\s*$/;
