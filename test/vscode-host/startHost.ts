import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { ensureBrowser } from './ensureBrowser.ts';
import { startServer, type Server, type ServerOptions } from './startServer.ts';
import { makeWebWorkbench } from './webWorkbench.ts';

export interface HostOptions extends ServerOptions {
  /** A folder or a `.code-workspace` file to open; else an empty window. */
  readonly workspace?: string;
  /** The extension under development; needs `development`. */
  readonly extensionDevelopmentPath?: string;
  /** The test module VS Code runs instead of waiting for a person; needs `development`. */
  readonly extensionTestsPath?: string;
  /** An extension to run in the browser alone, with no machine behind it. Then there is no `evaluate`. */
  readonly webExtension?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Called with the page before it is opened. */
  readonly onPage?: (page: Page) => void;
}

/** A real VS Code: its server, and its workbench in a headless browser. */
export interface Host extends Server {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly address: string;
}

const browserOptions = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts a VS Code server and opens its workbench in a headless browser. */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const executablePath = await ensureBrowser(options.say ?? console.log);
  const server = await startServer(options);
  let browser: Browser | undefined;
  const stop = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    // Chromium refuses its sandbox to root, and containers refuse it to everyone.
    const unsandboxed = process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : [];
    browser = await chromium.launch({ executablePath, args: [...browserOptions, ...unsandboxed] });
    const context = await browser.newContext({
      viewport: options.viewport ?? { width: 1400, height: 900 },
      locale: 'en-US',
      reducedMotion: 'reduce',
    });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await context.addCookies([
      { name: 'vscode-tkn', value: server.token, url: `http://${server.authority}`, sameSite: 'Lax' },
    ]);
    const page = await context.newPage();
    if (options.webExtension !== undefined)
      await makeWebWorkbench(context, server.authority, options.webExtension);
    options.onPage?.(page);
    const address = addressOf(server.authority, options);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return { ...server, page, context, address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The address that opens a workspace, with what the workbench is to do there. Without the token. */
export function addressOf(authority: string, options: HostOptions): string {
  const address = new URL(`http://${authority}/`);
  const { workspace, extensionDevelopmentPath, extensionTestsPath } = options;
  const path = workspace === undefined ? undefined : pathToFileURL(workspace).pathname;
  if (path === undefined) address.searchParams.set('ew', 'true');
  else address.searchParams.set(path.endsWith('.code-workspace') ? 'workspace' : 'folder', decodeURI(path));
  const payload = [['skipWelcome', 'true']];
  const developed = { extensionDevelopmentPath, extensionTestsPath };
  for (const [name, value] of Object.entries(developed))
    if (value !== undefined)
      payload.push([name, `vscode-remote://${authority}${pathToFileURL(value).pathname}`]);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
