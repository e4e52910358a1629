import type { MacroDeclaration } from '../declaration.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { isTestLine } from './testLine.ts';

/** A macro that ties a Rust type to an object of C, as `impl_qdev_prop!(bool, qdev_prop_bool)` does. */
export interface MacroUse {
  readonly c: string;
  readonly use: MacroDeclaration;
}

const USE = /^([a-z_]\w*)!\s*\((.*)\);\s*$/;

/** Macros used on a line of their own, with the name of a variable that C declares for others among the arguments. */
export async function macroUses(file: RustFile, scope: SourceScope): Promise<readonly MacroUse[]> {
  const found: MacroUse[] = [];
  for (const [line, text] of file.lines) {
    const [, macro, inside] = USE.exec(text) ?? [];
    if (macro === undefined || inside === undefined || isTestLine(file, line)) continue;
    const args = inside.split(',').map((each) => each.trim());
    for (const c of args) {
      if (!/^[a-z]\w*_\w+$/.test(c) || !(await isShared(c, scope))) continue;
      const rest = args.filter((each) => each !== c);
      const use: MacroDeclaration = {
        ...{ language: 'rust', kind: 'macro', name: macro, params: rest.slice(0, 1), value: inside },
        ...{ doc: null, path: file.path, line, endLine: line, text: text.trim() },
      };
      found.push({ c, use });
    }
  }
  return found;
}

async function isShared(name: string, scope: SourceScope): Promise<boolean> {
  return (await scope.find('c', name)).some(
    ({ declaration }) => declaration.kind === 'variable' && declaration.role === 'declaration',
  );
}
