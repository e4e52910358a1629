import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { decodeFromPanel } from '../../../src/protocol/decode.ts';
import type { FromPanel, ToPanel } from '../../../src/protocol/messages.ts';
import { panelPage } from '../../../src/protocol/panelPage.ts';
import { ensureBrowser } from '../../vscode-host/ensureBrowser.ts';
import { projectRoot } from '../../vscode-host/root.ts';
import { themeStyle, type ThemeName } from './themeStyle.ts';

/** An origin that answers from the project's files only; nothing goes over the network. */
const origin = 'https://panel.test';
const icons = createRequire(import.meta.url).resolve('@vscode/codicons/dist/codicon.css');

/** A panel in a browser, with a host that the test plays. */
export interface PanelPage {
  readonly page: Page;
  /** What was sent to the host so far, in order; the tests' own reading is strict. */
  readonly sent: () => Promise<readonly FromPanel[]>;
  /** Waits until a message of this type was sent after the first `from` ones, and gives it. */
  readonly sentOf: <T extends FromPanel['type']>(
    type: T,
    from?: number,
  ) => Promise<Extract<FromPanel, { type: T }>>;
  readonly send: (message: ToPanel) => Promise<void>;
  readonly setTheme: (theme: ThemeName) => Promise<void>;
  /** Loads the page anew, as after a reload of the window; what the panel stored stays. */
  readonly reload: () => Promise<void>;
  /** Errors of the page, and everything its content security policy refused. */
  readonly errors: readonly string[];
}

export async function launch(): Promise<Browser> {
  const executablePath = await ensureBrowser(console.log);
  // Chromium refuses its sandbox to root, and containers refuse it to everyone.
  const args = process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : [];
  // With scroll bars, as people have them: what is drawn with one must pass the page's policy too.
  return chromium.launch({ executablePath, args, ignoreDefaultArgs: ['--hide-scrollbars'] });
}

let script: Promise<string> | undefined;

/** The panel's script, built from its sources as the shipped one is. */
function panelScript(): Promise<string> {
  script ??= build({
    absWorkingDir: projectRoot,
    entryPoints: ['src/webview/main.ts'],
    ...{ bundle: true, minify: true, write: false, platform: 'browser', format: 'iife', target: 'es2022' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}

/** Opens the panel as VS Code would: its page under its content security policy, and the theme's variables. */
export async function openPanel(
  browser: Browser,
  options: {
    readonly theme?: ThemeName;
    readonly width?: number;
    readonly height?: number;
    readonly reducedMotion?: 'reduce' | 'no-preference';
  } = {},
): Promise<PanelPage> {
  const { width = 1180, height = 1000, theme = 'dark', reducedMotion = 'reduce' } = options;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await fileFor(pathname);
    await (answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: pathname }));
  });
  await page.addInitScript(playHost, await themeStyle(theme));
  await page.goto(`${origin}/`);
  const sent = async (): Promise<readonly FromPanel[]> => {
    const values = await page.evaluate(() => (globalThis as unknown as { sent: unknown[] }).sent);
    return values.map((value) => {
      const message = decodeFromPanel(value);
      if (!message) throw new Error(`The panel sent what is no message: ${JSON.stringify(value)}`);
      return message;
    });
  };
  const sentOf = async <T extends FromPanel['type']>(
    type: T,
    from = 0,
  ): Promise<Extract<FromPanel, { type: T }>> => {
    await page.waitForFunction(
      ([wanted, first]) =>
        (globalThis as unknown as { sent: { type: string }[] }).sent
          .slice(first)
          .some((one) => one.type === wanted),
      [type, from] as const,
      { timeout: 5000 },
    );
    const found = (await sent()).slice(from).find((one) => one.type === type);
    return found as Extract<FromPanel, { type: T }>;
  };
  return {
    page,
    errors,
    sent,
    sentOf,
    send: async (message) => {
      await page.evaluate((data) => {
        postMessage(data);
      }, message);
    },
    setTheme: async (name) => {
      await page.evaluate(wearTheme, await themeStyle(name));
    },
    reload: async () => {
      await page.reload();
    },
  };
}

/** Runs in the page before anything else: the API that a webview has, and the theme. */
function playHost(theme: Awaited<ReturnType<typeof themeStyle>>): void {
  const sent: unknown[] = [];
  Object.assign(globalThis, {
    sent,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => sent.push(structuredClone(message)),
      getState: (): unknown => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
      setState: (state: unknown) => {
        sessionStorage.setItem('state', JSON.stringify(state));
      },
    }),
  });
  const wear = (): void => {
    for (const [name, value] of Object.entries(theme.variables))
      document.documentElement.style.setProperty(name, value);
    document.body.className = theme.className;
  };
  document.addEventListener('DOMContentLoaded', wear);
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
  });
}

function wearTheme(theme: Awaited<ReturnType<typeof themeStyle>>): void {
  const { style } = document.documentElement;
  for (const name of [...style]) if (name.startsWith('--vscode')) style.removeProperty(name);
  for (const [name, value] of Object.entries(theme.variables)) style.setProperty(name, value);
  document.body.className = theme.className;
}

async function fileFor(
  path: string,
): Promise<{ readonly body: string | Buffer; readonly contentType: string } | undefined> {
  if (path === '/') {
    const body = panelPage({
      ...{ cspSource: origin, nonce: 'n0nce', language: 'en' },
      ...{ script: '/dist/panel.js', style: '/media/panel.css', icons: '/dist/codicon.css' },
    });
    return { body, contentType: 'text/html' };
  }
  if (path === '/dist/panel.js') return { body: await panelScript(), contentType: 'text/javascript' };
  if (path === '/dist/codicon.css') return { body: await readFile(icons), contentType: 'text/css' };
  if (path === '/dist/codicon.ttf')
    return { body: await readFile(icons.replace(/css$/, 'ttf')), contentType: 'font/ttf' };
  if (/^\/media\/[\w/]+\.css$/.test(path))
    return { body: await readFile(join(projectRoot, path)), contentType: 'text/css' };
  return undefined;
}
