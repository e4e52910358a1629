import type { FunctionDeclaration } from '../declaration.ts';
import type { RustFile } from './rustFile.ts';

/** The lines of a function as code: comments and texts of strings taken out, line by line. */
export interface FunctionBody {
  readonly declaration: FunctionDeclaration;
  /** From the line of the opening brace on. */
  readonly lines: readonly string[];
  readonly firstLine: number;
  /** The lines joined. */
  readonly text: string;
}

/** A function's body, or null if it has none or some of its lines are not known. */
export function bodyOf(declaration: FunctionDeclaration, file: RustFile): FunctionBody | null {
  const { body } = declaration;
  if (!body) return null;
  const lines: string[] = [];
  for (let line = body.line; line <= body.endLine; line++) {
    const text = file.lines.get(line);
    if (text === undefined) return null;
    lines.push(codeOf(text));
  }
  return { declaration, lines, firstLine: body.line, text: lines.join('\n') };
}

/** 1-based file line of an offset into a body's text. */
export function lineAt(body: FunctionBody, offset: number): number {
  return body.firstLine + body.text.slice(0, offset).split('\n').length - 1;
}

/** A line without its comment and without what stands in its string literals. */
export function codeOf(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|\/\/.*$/g, (found) => (found.startsWith('/') ? '' : '""'));
}
