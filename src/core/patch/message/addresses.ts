import { decodeWords } from '../mime/encodedWords.ts';

/** The addresses of a header like `To`, decoded, each as `Name <address>` or the bare address. Names of groups are dropped. */
export function readAddresses(value: string): readonly string[] {
  return splitAddresses(value)
    .map(readAddress)
    .filter((address) => address !== '');
}

/** One address, decoded: `Name <address>`, or what there is of it. */
export function readAddress(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim();
  const named = /^(.*?)<([^<>]*)>[^<>]*$/.exec(text);
  const commented = named ? null : /^(\S+@\S+) *\((.*)\)$/.exec(text);
  const address = (named?.[2] ?? commented?.[1] ?? text).trim();
  const name = decodeWords(unquoted((named?.[1] ?? commented?.[2] ?? '').trim())).trim();
  return name === '' ? address : `${name} <${address}>`;
}

/** The part of `Name <address>` that mail goes to, in lower case. */
export function bareAddress(address: string): string {
  return (/<([^<>]*)>$/.exec(address)?.[1] ?? address).trim().toLowerCase();
}

function unquoted(name: string): string {
  return name.length > 1 && name.startsWith('"') && name.endsWith('"')
    ? name.slice(1, -1).replace(/\\(.)/g, '$1')
    : name;
}

/** Splits at commas and semicolons outside quotes, comments and angle brackets; a colon ends the name of a group. */
function splitAddresses(value: string): readonly string[] {
  const found: string[] = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  let bracket = false;
  for (let at = 0; at < value.length; at++) {
    const character = value[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '<') bracket = true;
    else if (character === '>') bracket = false;
    else if (depth > 0 || bracket) continue;
    else if (character === ':') start = at + 1;
    else if (character === ',' || character === ';') {
      found.push(value.slice(start, at));
      start = at + 1;
    }
  }
  found.push(value.slice(start));
  return found;
}
