/** Bytes freed from a transfer encoding. */
export interface DecodedBytes {
  readonly bytes: Uint8Array;
  /** The encoded text breaks off. */
  readonly cut: boolean;
}

/** Undoes a `Content-Transfer-Encoding`; undefined for one that nobody knows. Damage is passed through, never dropped. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): DecodedBytes | undefined {
  switch (encoding.trim().toLowerCase()) {
    case '':
    case '7bit':
    case '8bit':
    case 'binary':
      return { bytes, cut: false };
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'base64':
      return decodeBase64(bytes);
    default:
      return undefined;
  }
}

const HEX = digits('0123456789ABCDEF', '0123456789abcdef');
const BASE64 = digits('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');

/** Value of each byte as a digit of one of the alphabets; -1 where it is none. */
function digits(...alphabets: readonly string[]): Int8Array {
  const values = new Int8Array(256).fill(-1);
  for (const alphabet of alphabets)
    for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}

const [TAB, LF, CR, BLANK, EQUALS] = [9, 10, 13, 32, 61] as const;

/** RFC 2045 section 6.7. Blanks at line ends are kept: in a patch they are context. */
export function decodeQuotedPrintable(bytes: Uint8Array): DecodedBytes {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== EQUALS) {
      out[length++] = byte;
      continue;
    }
    const high = hexDigit(bytes[at + 1]);
    const low = hexDigit(bytes[at + 2]);
    const softBreak = lineEndBehind(bytes, at + 1);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
    } else if (softBreak > 0) at = softBreak - 1;
    else if (at + 3 > bytes.length) return { bytes: out.subarray(0, length), cut: true };
    else out[length++] = byte;
  }
  return { bytes: out.subarray(0, length), cut: false };
}

/** Offset behind the line end that follows at `from`, blanks allowed; 0 if something else follows. */
function lineEndBehind(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === BLANK || bytes[at] === TAB || bytes[at] === CR) at++;
  return bytes[at] === LF ? at + 1 : 0;
}

function hexDigit(byte: number | undefined): number {
  return byte === undefined ? -1 : (HEX[byte] ?? -1);
}

/** RFC 2045 section 6.8. Several padded blocks in a row are read as one: mailing lists append theirs. */
export function decodeBase64(bytes: Uint8Array): DecodedBytes {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    const value = BASE64[byte] ?? -1;
    if (value >= 0) {
      held = (held << 6) | value;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out[length++] = (held >> bits) & 0xff;
    } else if (byte === EQUALS) bits = 0;
  }
  return { bytes: out.subarray(0, length), cut: bits > 0 };
}
