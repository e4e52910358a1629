import type { Disagreement } from '../disagreement.ts';
import type { FunctionDeclaration } from '../declaration.ts';
import { bodyOf, lineAt } from '../rust/functionBody.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** What panics by itself. Arithmetic and indexing are left to the reader. */
const PANICS =
  /(?<!\b(?:NonNull|CString|CStr)::\w+\([^()]*\))\.(?:unwrap|expect)\s*\(|\b(?:panic|unreachable|todo|unimplemented|assert(?:_eq|_ne)?)!/;

/**
 * A panic reachable in a function that C calls. Since Rust 1.81 it ends the process at the boundary, before that it is
 * undefined. Not asked where the project's panics abort anyway.
 */
export async function checkPanic(
  declaration: FunctionDeclaration,
  file: RustFile,
  scope: SourceScope,
): Promise<readonly Disagreement[]> {
  const manifest = await scope.tree?.text('Cargo.toml');
  if (manifest && /^\s*panic\s*=\s*"abort"/m.test(manifest)) return [];
  const body = bodyOf(declaration, file);
  if (!body || /\bcatch_unwind\b|\bunwind\b/.test(body.text)) return [];
  const match = PANICS.exec(body.text);
  if (!match) return [];
  const line = lineAt(body, match.index);
  return [
    {
      kind: 'panic',
      subject: declaration.name,
      question: `C calls \`${declaration.name}\`, and this can panic. What does C see then, and is ending the process meant?`,
      targets: [],
      c: null,
      rust: { path: file.path, line, text: (file.lines.get(line) ?? '').trim() },
    },
  ];
}
