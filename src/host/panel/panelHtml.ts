import { env, l10n, Uri, type Webview } from 'vscode';
import { panelPage } from '../../protocol/panelPage.ts';

/** Directories of the extension that the panel may load from. */
export function panelRoots(extension: Uri): readonly Uri[] {
  return [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')];
}

/** The page of a webview: the review panel's, the catalogue's, or that of twins. */
export function panelHtml(
  webview: Webview,
  extension: Uri,
  page: 'panel' | 'catalogue' | 'parity' = 'panel',
): string {
  const address = (...path: readonly string[]): string =>
    webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  return panelPage({
    cspSource: webview.cspSource,
    nonce: crypto.randomUUID().replaceAll('-', ''),
    script: address('dist', `${page}.js`),
    style: address('media', `${page}.css`),
    icons: address('dist', 'codicon.css'),
    language: env.language,
    translations: l10n.bundle ?? {},
  });
}
