import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { BrowserContext } from 'playwright-core';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.cjs': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** Where the page finds the extension: below its own address, since it refuses all others. */
const FOLDER = '/developed-extension';

/**
 * Makes the workbench one without a machine behind it, as in a browser alone: no remote, and the extension in `folder` in
 * the web host. Call it before the page is opened.
 */
export async function makeWebWorkbench(
  context: BrowserContext,
  authority: string,
  folder: string,
): Promise<void> {
  await context.route(`http://${authority}${FOLDER}/**`, async (route) => {
    const asked = decodeURIComponent(new URL(route.request().url()).pathname).slice(FOLDER.length);
    const file = join(folder, normalize(asked));
    const body = file.startsWith(folder + sep) ? await readFile(file).catch(() => undefined) : undefined;
    if (body) await route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
    else await route.fulfill({ status: 404, body: '' });
  });
  await context.addInitScript(
    (extension) => {
      // What the page is told stands in an attribute; a page that is changed on its way would lose its connection.
      Element.prototype.getAttribute = function (name: string) {
        const value = this.attributes.getNamedItem(name)?.value ?? null;
        if (name !== 'data-settings' || this.id !== 'vscode-workbench-web-configuration' || value === null)
          return value;
        const told = JSON.parse(value) as Record<string, unknown>;
        delete told['remoteAuthority'];
        return JSON.stringify({ ...told, developmentOptions: { extensions: [extension] } });
      };
    },
    { scheme: 'http', authority, path: FOLDER },
  );
}
