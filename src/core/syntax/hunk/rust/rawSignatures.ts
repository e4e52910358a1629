import type { Lexeme } from '../../lex/lexeme.ts';

/** True if code declares a function that ends in `;`, takes raw pointers or C types and no `self`: one that C defines. */
export function rawSignatures(code: readonly Lexeme[]): boolean {
  for (let at = 0; at < code.length; at++) {
    if (code[at]?.text !== 'fn' || code[at + 1]?.kind !== 'word') continue;
    const end = signatureEnd(code, at);
    const signature = code.slice(at, end);
    at = end;
    if (
      code[end]?.text === ';' &&
      signature.some((_, index) => isRaw(signature, index)) &&
      !signature.some(({ text }) => text === 'self')
    )
      return true;
  }
  return false;
}

/** Index of the lexeme after the signature: its `;`, the `{` of its body, or what cuts it off. */
function signatureEnd(code: readonly Lexeme[], start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const text = code[at]?.text;
    if (depth === 0 && (text === ';' || text === '{' || text === '}')) return at;
    if (text === '(') depth++;
    else if (text === ')' && --depth < 0) return at;
  }
  return code.length;
}

function isRaw(code: readonly Lexeme[], index: number): boolean {
  const [text, next] = [code[index]?.text ?? '', code[index + 1]?.text];
  return text === '*' ? next === 'const' || next === 'mut' : /^c_[a-z]+$/.test(text);
}
