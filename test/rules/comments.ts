import ts from 'typescript';
import { parse } from './sources.ts';

/** The comments of a file, each with its 1-based line. */
export function commentsOf(path: string): readonly { readonly text: string; readonly line: number }[] {
  const file = parse(path);
  const { text } = file;
  const seen = new Map<number, string>();
  const look = (node: ts.Node): void => {
    for (const ranges of [
      ts.getLeadingCommentRanges(text, node.getFullStart()),
      ts.getTrailingCommentRanges(text, node.getEnd()),
    ])
      for (const { pos, end } of ranges ?? []) seen.set(pos, text.slice(pos, end));
    for (const child of node.getChildren(file)) look(child);
  };
  look(file);
  return [...seen].map(([pos, comment]) => ({
    text: comment,
    line: file.getLineAndCharacterOfPosition(pos).line + 1,
  }));
}
