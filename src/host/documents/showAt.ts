import { Range, window, workspace, type Uri } from 'vscode';

/** Opens a document with the cursor on a 1-based line, clamped to the text. */
export async function showAt(uri: Uri, line: number): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const row = Math.min(Math.max(line - 1, 0), document.lineCount - 1);
  await window.showTextDocument(document, { preview: true, selection: new Range(row, 0, row, 0) });
}
