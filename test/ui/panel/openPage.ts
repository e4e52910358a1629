import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Translations } from '../../../src/base/translate.ts';
import { panelPage } from '../../../src/protocol/panelPage.ts';
import { ensureBrowser } from '../../vscode-host/ensureBrowser.ts';
import { projectRoot } from '../../vscode-host/root.ts';
import { themeStyle, type ThemeName } from './themeStyle.ts';

/** An origin that answers from the project's files only; nothing goes over the network. */
const origin = 'https://panel.test';
const ENTRIES = {
  panel: 'src/webview/main.ts',
  catalogue: 'src/webview/catalogue/main.ts',
  parity: 'src/webview/parity/main.ts',
} as const;

/** One of our pages. */
export type PageName = keyof typeof ENTRIES;

/** A page in a browser, with a host that the test plays. */
export interface OpenPage<ToPage extends object> {
  readonly page: Page;
  /** What was sent to the host so far, in order. */
  readonly sent: () => Promise<readonly unknown[]>;
  readonly send: (message: ToPage) => Promise<void>;
  readonly setTheme: (theme: ThemeName) => Promise<void>;
  /** Loads the page anew, as after a reload of the window; what the page stored stays. */
  readonly reload: () => Promise<void>;
  /** Errors of the page, and everything its content security policy refused. */
  readonly errors: readonly string[];
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly translations?: Translations;
}

export async function launch(): Promise<Browser> {
  const executablePath = await ensureBrowser(console.log);
  // Chromium refuses its sandbox to root, and containers refuse it to everyone.
  const args = process.getuid?.() === 0 || process.env['CI'] ? ['--no-sandbox'] : [];
  // With scroll bars, as people have them: what is drawn with one must pass the page's policy too.
  return chromium.launch({ executablePath, args, ignoreDefaultArgs: ['--hide-scrollbars'] });
}

const scripts = new Map<PageName, Promise<string>>();

/** The page's script, built from its sources as the shipped one is. */
function scriptOf(name: PageName): Promise<string> {
  const known = scripts.get(name);
  if (known) return known;
  const built = build({
    absWorkingDir: projectRoot,
    entryPoints: [ENTRIES[name]],
    ...{ bundle: true, minify: true, write: false, platform: 'browser', format: 'iife', target: 'es2022' },
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  scripts.set(name, built);
  return built;
}

/** Opens a page as VS Code would: under its content security policy, with the icons that ship and the theme's variables. */
export async function openPage<ToPage extends object>(
  browser: Browser,
  name: PageName,
  options: PageOptions = {},
): Promise<OpenPage<ToPage>> {
  const {
    width = 1180,
    height = 1000,
    theme = 'dark',
    reducedMotion = 'reduce',
    translations = {},
  } = options;
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const answer = await fileFor(name, pathname, translations);
    await (answer ? route.fulfill(answer) : route.fulfill({ status: 404, body: pathname }));
  });
  await page.addInitScript(playHost, await themeStyle(theme));
  await page.goto(`${origin}/`);
  return {
    page,
    errors,
    sent: () => page.evaluate(() => (globalThis as unknown as { sent: unknown[] }).sent),
    send: async (message) => {
      await page.evaluate((data) => {
        postMessage(data);
      }, message);
    },
    setTheme: async (theme) => {
      await page.evaluate(wearTheme, await themeStyle(theme));
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
  name: PageName,
  path: string,
  translations: Translations,
): Promise<{ readonly body: string | Buffer; readonly contentType: string } | undefined> {
  const file = (contentType: string) =>
    readFile(join(projectRoot, path)).then((body) => ({ body, contentType }));
  if (path === '/') {
    const body = panelPage({
      ...{ cspSource: origin, nonce: 'n0nce', language: 'en', translations },
      ...{ script: `/dist/${name}.js`, style: `/media/${name}.css`, icons: '/dist/codicon.css' },
    });
    return { body, contentType: 'text/html' };
  }
  if (path === `/dist/${name}.js`) return { body: await scriptOf(name), contentType: 'text/javascript' };
  if (path === '/dist/codicon.ttf') return file('font/ttf');
  return path === '/dist/codicon.css' || /^\/media\/[\w/]+\.css$/.test(path) ? file('text/css') : undefined;
}
