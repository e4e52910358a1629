/** What the page of the panel is made of; addresses as the webview reaches them. */
export interface PanelPageParts {
  /** The webview's source of styles and fonts, as `webview.cspSource` gives it. */
  readonly cspSource: string;
  /** Fresh random letters and digits for every page. */
  readonly nonce: string;
  readonly script: string;
  readonly style: string;
  /** The style sheet of the icon font. */
  readonly icons: string;
  /** Language of the words in it, as in `en`. */
  readonly language: string;
  /** Texts in that language, by the English text. */
  readonly translations: Readonly<Record<string, string>>;
}

/**
 * The HTML page of the panel. Nothing from outside but our script (by nonce), styles and fonts (by source) is let in;
 * the script makes the rest. The icons' style sheet carries the id by which the controls find it.
 */
export function panelPage(parts: PanelPageParts): string {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${parts.nonce}'`,
    `style-src ${parts.cspSource}`,
    `font-src ${parts.cspSource}`,
  ].join('; ');
  return `<!doctype html>
<html lang="${attribute(parts.language)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Interop Review</title>
    <link rel="stylesheet" href="${attribute(parts.style)}" />
    <link rel="stylesheet" id="vscode-codicon-stylesheet" href="${attribute(parts.icons)}" />
  </head>
  <body data-translations="${attribute(JSON.stringify(parts.translations))}">
    <script nonce="${attribute(parts.nonce)}" src="${attribute(parts.script)}"></script>
  </body>
</html>
`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
