import { env, l10n, Position, Range, Uri, window, workspace } from 'vscode';
import { readLinkTarget } from '../../present/linkTarget.ts';
import type { Failures } from '../failures.ts';
import { headingLine } from './headingLine.ts';
import { findInWorkspace } from './workspaceFiles.ts';

/** Opens what a link points to: a page in the browser, or a file of the workspace at its heading or line. */
export async function openLink(text: string, failures: Failures): Promise<void> {
  const target = readLinkTarget(text);
  if (!target) {
    const message = l10n.t(
      'This link is not opened: it leads neither to an https page nor into the workspace.',
    );
    failures.tell([{ code: 'unsafe-path', message, at: text }]);
    return;
  }
  if (target.kind === 'web') {
    await env.openExternal(Uri.parse(target.url, true));
    return;
  }
  const uri = await findInWorkspace(target.path);
  if (!uri) {
    const message = l10n.t('The workspace has no such file.');
    failures.tell([{ code: 'unreadable-input', message, at: target.path }]);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const line =
    target.line !== null
      ? target.line - 1
      : target.heading === null
        ? undefined
        : headingLine(document.getText(), target.heading);
  const selection = line === undefined ? undefined : at(Math.min(line, document.lineCount - 1));
  await window.showTextDocument(document, { preview: true, ...(selection && { selection }) });
}

function at(line: number): Range {
  return new Range(new Position(line, 0), new Position(line, 0));
}
