/** Words that mean the same on both sides. */
const SAME: readonly (readonly string[])[] = [
  ['new', 'init', 'alloc', 'create', 'open', 'default', 'make'],
  [
    ...['drop', 'free', 'unref', 'put', 'unlock', 'destroy', 'del', 'delete', 'close', 'release', 'cleanup'],
    ...['deinit', 'fini', 'exit', 'finalize', 'remove', 'unregister', 'disable'],
  ],
  ['clone', 'ref', 'get', 'dup', 'copy'],
  ['len', 'length', 'size', 'count', 'nr'],
];
/** Words of Rust names that say how, not what. */
const HOW =
  /^(r#)?(raw|unchecked|full|into|as|to|try|from|with|internal|inner|do|safe|mut|ptr|by|of|in|the)$/;
/** Shortest beginning by which one word abbreviates another (`mod` of `modify`). */
const MIN_SHORT = 3;

/** Whether a Rust function is named after a C one: each of its words stands in the C name, in their order. */
export function namesAgree(c: string, rust: string): boolean {
  const wanted = wordsOf(rust).filter((word) => !HOW.test(word));
  const given = wordsOf(c);
  let from = 0;
  for (const word of wanted) {
    const at = given.findIndex((each, index) => index >= from && isSame(each, word));
    if (at < 0) return false;
    from = at + 1;
  }
  return wanted.length > 0;
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '');
}

function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length >= MIN_SHORT && long.startsWith(short)) return true;
  return SAME.some((group) => group.includes(a) && group.includes(b));
}
