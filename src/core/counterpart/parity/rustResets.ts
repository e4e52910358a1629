import type { FunctionDeclaration } from '../declaration.ts';
import { innermost } from '../pair/findUse.ts';
import { addReset } from './cResets.ts';
import type { ResetFact } from './facts.ts';
import { lineAtOffset, valueOf, withoutComments, type DeviceSide } from './source.ts';

const ACTION =
  /\b(?:self|regs|tn_regs|s|timer)\.(\w+)(?:\[[^\]]*\])?(?:\s*([|&^]?=)(?!=)([^;]*)|\.(?:set|reset|replace|take)\w*\()/g;

/** Fields that functions named for reset assign. */
export async function rustResets(side: DeviceSide): Promise<readonly ResetFact[]> {
  const aliases = aliasesOf(side);
  const found = new Map<string, ResetFact>();
  for (const { file, lines } of side.sources) {
    const functions = file.declarations.filter(
      (one): one is FunctionDeclaration => one.kind === 'function' && one.body !== null,
    );
    for (const { name, body } of functions) {
      if (!/reset/i.test(name) || !body) continue;
      const text = withoutComments(lines.slice(body.line - 1, body.endLine).join('\n'));
      for (const match of text.matchAll(ACTION)) {
        const line = lineAtOffset(text, match.index, body.line);
        if (innermost(functions, line)?.name !== name) continue;
        const [, field = '', operator, expression = ''] = match;
        const assigned = operator === '=' ? await valueOf(expression.replace(/\.into\(\)$/, ''), side) : null;
        addReset(found, { path: file.path, line, name: field, alias: aliases.get(field) ?? null, assigned });
      }
    }
  }
  return [...found.values()];
}

/** C names of fields, by their own. */
function aliasesOf(side: DeviceSide): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const { file } of side.sources)
    for (const each of file.declarations)
      if (each.kind === 'record')
        for (const { name, alias } of each.fields)
          if (name !== null && alias !== null) aliases.set(name, alias);
  return aliases;
}
