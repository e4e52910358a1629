import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { projectRoot } from '../vscode-host/root.ts';

/** The project's folder. */
export const root = projectRoot;

/** Every file that belongs to the project: tracked, or new and not ignored. Paths from the root, with slashes. */
export const projectFiles: readonly string[] = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
  { cwd: root, encoding: 'utf8' },
)
  .split('\0')
  .filter((path) => path !== '' && exists(path));

/** The program text of the project. */
export const codeFiles = projectFiles.filter((path) => /\.(?:ts|mts|mjs|cjs)$/.test(path));

export function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

export function readJson(path: string): unknown {
  return JSON.parse(read(path));
}

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of a file, with parents set. Each file is parsed once. */
export function parse(path: string): ts.SourceFile {
  const file = parsed.get(path) ?? ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  parsed.set(path, file);
  return file;
}

/** Calls `look` for a node and all below it. */
export function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => {
    walk(child, look);
  });
}

/** `PATH:LINE` of a node. */
export function placeOf(file: ts.SourceFile, node: ts.Node): string {
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`;
}

function exists(path: string): boolean {
  try {
    readFileSync(join(root, path));
    return true;
  } catch {
    return false;
  }
}
