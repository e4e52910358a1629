/** Mail headers from untrusted text (RFC 5322, RFC 2047). No value can begin a new header: line ends never survive. */

/** Longest encoded word (RFC 2047 section 2); also the column after which headers are folded. */
const MAX_WORD = 75;

/** `Name: text`, encoded when it is not plain ASCII, folded between words. */
export function textHeader(name: string, text: string): string {
  const value = singleLine(text);
  return fold(name, isAscii(value) ? value.split(' ') : encodedWords(value));
}

/** `Name: address, address`, each with its display name quoted or encoded as needed; undefined if there is none. */
export function addressHeader(name: string, addresses: readonly string[]): string | undefined {
  const values = addresses.map(mailbox).filter((value) => value !== '');
  if (values.length === 0) return undefined;
  return `${name}: ${values.join(',\n ')}`;
}

/** `Name: <id> <id>`; what is no message id is left out. Undefined if none is left. */
export function messageIdHeader(name: string, ids: readonly string[]): string | undefined {
  const valid = ids.map((id) => id.trim()).filter((id) => /^<[\u0021-\u003b=\u003f-\u007e]+>$/.test(id));
  return valid.length === 0 ? undefined : fold(name, [...new Set(valid)]);
}

/** The part of `Name <address>` that the mail goes to, in lower case. */
export function addressOf(address: string): string {
  const value = singleLine(address);
  return (/<([^<>]*)>[^<>]*$/.exec(value)?.[1] ?? value).trim().toLowerCase();
}

/** The display name of `Name <address>`, or the address if it has none. */
export function displayName(address: string): string {
  const value = singleLine(address);
  const name = unquoted((/^(.*)<[^<>]*>[^<>]*$/.exec(value)?.[1] ?? '').trim());
  return name === '' ? value.replace(/^<(.*)>$/, '$1') : name;
}

/** Without control characters and line ends; runs of white space become one blank. */
export function singleLine(text: string): string {
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
}

function mailbox(address: string): string {
  const value = singleLine(address);
  const parts = /^(.*)<([^<>]*)>[^<>]*$/.exec(value);
  const target = (parts?.[2] ?? value).replace(/[\s,;<>"()]/g, '');
  const name = unquoted((parts?.[1] ?? '').trim());
  if (target === '' || name === '') return target;
  return `${phrase(name)} <${target}>`;
}

function unquoted(name: string): string {
  return /^".*"$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, '$1') : name;
}

/** A display name: bare when it is made of atoms, quoted when it has specials, encoded when it is not ASCII. */
function phrase(name: string): string {
  if (!isAscii(name)) return encodedWords(name).join('\n ');
  if (/^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~ ]+$/.test(name)) return name;
  return `"${name.replace(/["\\]/g, '\\$&')}"`;
}

function isAscii(text: string): boolean {
  return /^[\u0020-\u007e]*$/.test(text);
}

/** Q-encoded words of UTF-8, none longer than allowed and none splitting a character. */
function encodedWords(text: string): readonly string[] {
  const open = '=?UTF-8?Q?';
  const words: string[] = [];
  let word = open;
  for (const character of text) {
    const encoded = qEncoded(character);
    if (word.length + encoded.length + 2 > MAX_WORD) {
      words.push(`${word}?=`);
      word = open;
    }
    word += encoded;
  }
  return [...words, `${word}?=`];
}

function qEncoded(character: string): string {
  if (/^[A-Za-z0-9!*+\-/]$/.test(character)) return character;
  if (character === ' ') return '_';
  const bytes = new TextEncoder().encode(character);
  return Array.from(bytes, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}

function fold(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > MAX_WORD && line !== `${name}:`) {
      lines.push(line);
      line = '';
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}
