import type { Disagreement, DisagreementKind } from '../disagreement.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { bodyOf, lineAt, type FunctionBody } from '../rust/functionBody.ts';
import type { RustCall, RustFile } from '../rust/rustFile.ts';
import type { Scope } from '../scope.ts';
import type { SourceType } from '../sourceType.ts';
import { bestOf, ofKind } from '../pair/bestOf.ts';

/** An out-parameter for errors: QEMU's `Error **` or GLib's `GError **`. */
interface ErrorParameter {
  readonly name: string;
  readonly type: 'Error' | 'GError';
}

/** The error out-parameter of a function that C calls, or null. */
function errorParameter(declaration: FunctionDeclaration): ErrorParameter | null {
  const last = declaration.params.at(-1);
  const type = last && errorType(last.type);
  return last?.name !== null && last?.name !== undefined && type ? { name: last.name, type } : null;
}

function errorType(type: SourceType): 'Error' | 'GError' | null {
  if (type.kind !== 'pointer' || type.to.kind !== 'pointer' || type.to.to.kind !== 'name') return null;
  const { name } = type.to.to;
  return name === 'Error' || name === 'GError' ? name : null;
}

/** How a function that C calls treats its error out-parameter. */
export function checkErrorOut(declaration: FunctionDeclaration, file: RustFile): readonly Disagreement[] {
  const errp = errorParameter(declaration);
  const body = errp && bodyOf(declaration, file);
  if (!body) return [];
  const { name, type } = errp;
  const found: Disagreement[] = [];
  const ask = (kind: DisagreementKind, at: number, question: string): void => {
    const line = lineAt(body, at);
    const text = (file.lines.get(line) ?? '').trim();
    found.push({
      kind,
      subject: name,
      question,
      targets: [],
      c: null,
      rust: { path: file.path, line, text },
    });
  };
  const guarded = new RegExp(
    `\\b${name}\\.is_null\\(\\)|\\b${name}\\.as_(?:mut|ref)\\(\\)|NonNull::new\\(\\s*${name}\\b`,
  );
  const access = new RegExp(`\\*\\s*${name}\\b`).exec(body.text);
  const store = new RegExp(`(?<![=!<>]\\s*)\\*\\s*${name}\\s*=(?!=)`).exec(body.text);
  const guard = guarded.exec(body.text);
  if (access && (!guard || guard.index > access.index))
    ask(
      'error-unguarded',
      access.index,
      `\`${name}\` may be NULL: C passes NULL when it does not want the error. What happens here then?`,
    );
  if (store && type === 'Error')
    ask(
      'error-abort',
      store.index,
      `\`*${name}\` is set directly. What becomes of \`&error_abort\` and \`&error_fatal\`, which \`error_propagate\` and \`error_setg\` honour?`,
    );
  const twice = setTwice(body, name);
  if (twice !== null)
    ask(
      'error-overwritten',
      twice,
      `\`${name}\` may have been set already a few lines above. Which of the two errors does C see?`,
    );
  const success = successAfterError(body, declaration, name);
  if (success !== null)
    ask('error-result', success, `An error is set and success is returned. Which of the two does C believe?`);
  const failure = failureWithoutError(body, declaration, name);
  if (failure !== null)
    ask(
      'error-result',
      failure,
      `Failure is returned, and \`${name}\` is never set. What does C tell its user?`,
    );
  return found;
}

/** Calls and stores that set an error. */
function setters(name: string): RegExp {
  return new RegExp(
    `(?:\\b(?:propagate|error_setg\\w*|error_propagate|g_set_error\\w*|g_propagate_error|set_gerror)\\s*\\([^;]*\\b${name}\\b[^;]*|(?<![=!<>]\\s*)\\*\\s*${name}\\s*=(?!=)[^;]*);`,
    'g',
  );
}

/** Two statements that set it with nothing between them that leaves or branches. */
function setTwice(body: FunctionBody, name: string): number | null {
  const all = [...body.text.matchAll(setters(name))];
  for (const [at, second] of all.entries()) {
    const first = all[at - 1];
    if (!first) continue;
    const between = body.text.slice(first.index + first[0].length, second.index);
    if (!/[{}]|\breturn\b|=>|\?/.test(between)) return second.index;
  }
  return null;
}

/** `…propagate(errp); true`: the convention wants failure returned if and only if an error is set. */
function successAfterError(
  body: FunctionBody,
  { returns }: FunctionDeclaration,
  name: string,
): number | null {
  const success = resultText(returns, true);
  if (success === null) return null;
  for (const match of body.text.matchAll(setters(name))) {
    const after = body.text.slice(match.index + match[0].length);
    if (new RegExp(`^\\s*(?:return\\s+)?${success}\\s*[;}]`).test(after)) return match.index;
  }
  return null;
}

/** A function that fails without ever touching its error parameter. */
function failureWithoutError(
  body: FunctionBody,
  { returns }: FunctionDeclaration,
  name: string,
): number | null {
  const failure = resultText(returns, false);
  if (failure === null || new RegExp(`\\b${name}\\b`).test(body.text.slice(body.text.indexOf('{'))))
    return null;
  return (
    new RegExp(`\\breturn\\s+${failure}\\s*[;}]|[;{}]\\s*${failure}\\s*\\}\\s*$`).exec(body.text)?.index ??
    null
  );
}

/** How success or failure is written; null where the type does not say which is which. */
function resultText(returns: SourceType, success: boolean): string | null {
  if (returns.kind !== 'name') return null;
  if (returns.name === 'bool') return String(success);
  if (returns.name !== 'gboolean') return null;
  return success
    ? '(?:true\\.into_glib\\(\\)|(?:\\w+::)*GTRUE|1)'
    : '(?:false\\.into_glib\\(\\)|(?:\\w+::)*GFALSE|0)';
}

/** A call of a C function with an error parameter: is the error taken, and by whom is it freed? */
export async function checkErrorIn(
  call: RustCall,
  file: RustFile,
  scope: Scope,
): Promise<readonly Disagreement[]> {
  const [c] = bestOf(ofKind(await scope.find('c', call.name), 'function')).best;
  const type = c && errorType(c.declaration.params.at(-1)?.type ?? { kind: 'void' });
  const argument = call.args.at(-1);
  if (!c || !type || argument === undefined || call.args.length !== c.declaration.params.length) return [];
  const ask = (question: string): Disagreement => ({
    kind: 'error-dropped',
    subject: call.name,
    question,
    targets: [],
    c: { path: c.declaration.path, line: c.declaration.line, text: c.declaration.text },
    rust: { path: file.path, line: call.line, text: (file.lines.get(call.line) ?? '').trim() },
  });
  if (/^(?:(?:std|core)?(?:::)*ptr::)?null_mut\(\)$/.test(argument.trim()))
    return [ask(`\`${call.name}\` is told not to report errors. Can it fail here, and who would notice?`)];
  const variable = /^(?:&mut|(?:std::|core::)?ptr::addr_of_mut!\(|addr_of_mut!\(|&raw mut)\s*(\w+)\)?$/.exec(
    argument.trim(),
  )?.[1];
  const around = file.declarations.find(
    (each) =>
      each.kind === 'function' &&
      each.body !== null &&
      each.line <= call.line &&
      call.endLine <= each.endLine &&
      each.name === call.inFunction,
  );
  const body = around?.kind === 'function' ? bodyOf(around, file) : null;
  if (variable === undefined || !body) return [];
  const after = body.lines.slice(call.endLine - body.firstLine);
  const rest = after.join('\n').slice(after[0]?.indexOf(argument) ?? 0);
  if (!new RegExp(`\\blet\\s+mut\\s+${variable}\\b`).test(body.text)) return [];
  const uses = rest.match(new RegExp(`\\b${variable}\\b`, 'g'))?.length ?? 0;
  if (uses <= 1)
    return [
      ask(`\`${variable}\` is not looked at after \`${call.name}\`. Who sees the error, and who frees it?`),
    ];
  const tests = rest.match(new RegExp(`\\b${variable}\\.is_null\\(\\)`, 'g'))?.length ?? 0;
  return tests === uses - 1
    ? [
        ask(
          `\`${variable}\` is only tested after \`${call.name}\`. Who sees what the error says, and who frees it?`,
        ),
      ]
    : [];
}
