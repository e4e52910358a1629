const KEYWORDS = new Set(
  (
    'bool break char const continue crate default double else enum extern false float impl int long loop match move ' +
    'null return self short size_t sizeof static struct super switch trait true type typedef union unsafe unsigned void ' +
    'where while None Some Self Result Option String usize uint8_t uint32_t'
  ).split(' '),
);

/** Names in a line of code by which prose may speak of it: four letters and more, and no word of either language. */
export function namesIn(line: string): readonly string[] {
  return (line.match(/[A-Za-z_]\w{3,}/g) ?? []).filter((name) => !KEYWORDS.has(name));
}

/** Whether prose uses one of the names as a word. */
export function mentions(prose: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`(?<!\\w)${name}(?!\\w)`).test(prose));
}

/** Words that say what any code does. */
const PLAIN =
  /^(?:the|an?|of|to|in|on|at|by|for|from|into|with|and|as|is|are|be|it|its|this|that|then|now|here|we|our|safety|note|calls?|gets?|sets?|reads?|writes?|returns?|creates?|makes?|converts?|casts?|dereferences?|uses?|takes?|checks?|adds?|increments?|decrements?|assigns?|calculates?|value|values|variable|pointer|pointers|function|field|fields|type|unsafe|block|code)$/;

/** Whether a comment only says the code over again in words: none of its words is more than the code itself shows. */
export function restates(words: string, code: readonly string[]): boolean {
  const shown = new Set(partsOf(code.join(' ')));
  const said = partsOf(words).filter((word) => !PLAIN.test(word));
  return said.every((word) => shown.has(word) || shown.has(word.replace(/(?:e?s|ed|ing)$/, '')));
}

/** The words in text and names: `readRegister` and `read_register` are two each. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
}
