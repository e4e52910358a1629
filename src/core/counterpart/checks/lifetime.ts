import { REGISTRATION_PAIRS, endingsOf } from './registrationPairs.ts';
import type { Disagreement } from '../disagreement.ts';
import { codeOf } from '../rust/functionBody.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { handedOut } from './handedOut.ts';

/** A comment that says that giving away for ever is meant. */
const ON_PURPOSE = /\bleak|'static|forever|for ever|never (?:freed|dropped|unregistered)|lives? as long/i;

/**
 * What a call hands to C and how that ends: a registration without any deregistration, ownership given up that nothing takes
 * back. Only whole files are asked about, for what ends it may stand anywhere in them.
 */
export async function checkLifetime(
  call: RustCall,
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  if (!file.whole || isExplained(call, file)) return [];
  const code = [...file.lines.values()].map(codeOf).join('\n');
  const found: Disagreement[] = [];
  const rust = { path: file.path, line: call.line, text: (file.lines.get(call.line) ?? '').trim() };
  const endings = await knownEndings(call, scope);
  if (endings.length > 0 && !(await isEnded(call, endings, code, scope)))
    found.push({
      kind: 'no-deregistration',
      subject: call.name,
      question: `\`${call.name}\` lets C call back, and nothing here ends that${howToEnd(call.name, endings)}. What does before the Rust side is gone?`,
      targets: [],
      c: null,
      rust,
    });
  for (const argument of call.args) {
    const handed = handedOut(argument, call, file);
    if (!handed?.owned || takesBack(code, handed.owner)) continue;
    found.push({
      kind: 'no-reclaim',
      subject: call.name,
      question: `Ownership of what \`${call.name}\` is given is given up here, and nothing in this file takes it back. Who frees it?`,
      targets: [],
      c: null,
      rust,
    });
    break;
  }
  return found;
}

function howToEnd(name: string, [ending]: readonly string[]): string {
  return ending === undefined || ending === name ? ' with a second call' : ` with \`${ending}\``;
}

/** From the table, or where C really has the function that the name suggests. */
async function knownEndings(call: RustCall, scope: SourceScope): Promise<readonly string[]> {
  const endings = endingsOf(call.name);
  if (call.name in REGISTRATION_PAIRS) return endings;
  const declared = await Promise.all(endings.map((name) => scope.find('c', name)));
  return endings.filter((_, at) => (declared[at]?.length ?? 0) > 0);
}

async function isEnded(
  call: RustCall,
  endings: readonly string[],
  code: string,
  scope: SourceScope,
): Promise<boolean> {
  for (const ending of endings) {
    // A function that ends what it began is called once more, with nothing.
    const uses =
      ending === call.name ? new RegExp(`\\b${ending}\\s*\\(`, 'g') : new RegExp(`\\b${ending}\\b`, 'g');
    if ((code.match(uses)?.length ?? 0) > (ending === call.name ? 1 : 0)) return true;
    if (ending === call.name) continue;
    if (((await scope.tree?.places(ending, 'U')) ?? []).length > 0) return true;
  }
  return false;
}

/** Whether something makes an owner of a raw pointer again: of the same kind, where the code says which one gave it up. */
function takesBack(code: string, owner: string | null): boolean {
  if (/\bfrom_foreign\s*\(|\bdrop_in_place\b|\bfrom_raw_in\b/.test(code)) return true;
  const kind = owner === null ? '' : `\\b${owner}\\s*(?:::\\s*<[^;]*?>\\s*)?::\\s*`;
  const count = owner === 'Arc' || owner === 'Rc' ? '|decrement_strong_count' : '';
  return new RegExp(`${kind}(?:from_raw\\b${count})`).test(code);
}

function isExplained(call: RustCall, file: RustFile): boolean {
  for (let line = call.line - 6; line <= call.endLine; line++) {
    const comment = /\/\/.*$/.exec(file.lines.get(line) ?? '')?.[0];
    if (comment !== undefined && ON_PURPOSE.test(comment)) return true;
  }
  return false;
}
