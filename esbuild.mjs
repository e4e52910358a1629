// Builds everything that ships into dist/, and with --tools also the test and measuring programs into .cache/.
import { build } from 'esbuild';
import subsetFont from 'subset-font';
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const beside = (name) => require.resolve('web-tree-sitter').replace(/[^/\\]+$/, name);

const common = {
  absWorkingDir: root,
  bundle: true,
  logLevel: 'warning',
  target: 'es2022',
  define: { __VERSION__: JSON.stringify(version) },
};
const node = { ...common, platform: 'node', target: 'node20' };
const shipped = {
  minify: true,
  // The ESM build of web-tree-sitter cannot be bundled into CommonJS; its .cjs twin can, and needs no file look-up.
  alias: { 'web-tree-sitter': beside('web-tree-sitter.cjs') },
};
const cjs = { format: 'cjs', external: ['vscode'] };
/**
 * The web bundle runs where nothing can be started and there is no disk: files of src/host/web stand in for those that
 * need either. Whatever else of Node is imported stops the build.
 */
const withoutMachine = {
  name: 'without-machine',
  setup({ onResolve }) {
    onResolve({ filter: /\/(?:runGit|catFile|workTree|loadPatternReader)\.ts$/ }, ({ path, importer }) =>
      importer.includes(join('src', 'host', 'web'))
        ? undefined
        : { path: join(root, 'src/host/web', path.replace(/^.*\//, '')) },
    );
  },
};
/** The desktop's program is what only a machine has, around the web bundle: the extension ships once. */
const aroundWebExtension = {
  name: 'around-web-extension',
  setup({ onResolve }) {
    onResolve({ filter: /\/webExtension\.ts$/ }, () => ({ path: `./${WEB_EXTENSION}.js`, external: true }));
  },
};
/** The reader of patterns is a file of its own, which the programs load when a repository has patterns. */
const READ_PATTERN = 'readPattern.cjs';
const patternsApart = {
  name: 'patterns-apart',
  setup({ onResolve }) {
    onResolve({ filter: /\/readPattern\.ts$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: `./${READ_PATTERN}`, external: true } : undefined,
    );
  },
};
const program = {
  ...node,
  format: 'esm',
  packages: 'external',
  outdir: '.cache',
  outExtension: { '.js': '.mjs' },
};

/** The web host adds `.js` to any other name before it loads it; in `dist/` such a file is CommonJS. */
const WEB_EXTENSION = 'webExtension.cjs';

async function buildPrograms() {
  await Promise.all([
    build({
      ...node,
      ...shipped,
      ...cjs,
      plugins: [patternsApart, aroundWebExtension],
      entryPoints: ['src/host/extension.ts'],
      outfile: 'dist/extension.cjs',
    }),
    build({
      ...node,
      ...shipped,
      ...cjs,
      entryPoints: ['src/core/catalog/readPattern.ts'],
      outfile: `dist/${READ_PATTERN}`,
    }),
    build({
      ...common,
      ...shipped,
      ...cjs,
      platform: 'browser',
      // The web host is a worker: packages must not reach for a page.
      conditions: ['worker'],
      plugins: [withoutMachine],
      entryPoints: ['src/host/webExtension.ts'],
      outfile: `dist/${WEB_EXTENSION}.js`,
    }),
    build({
      ...node,
      ...shipped,
      ...cjs,
      plugins: [patternsApart],
      entryPoints: ['src/cli/main.ts'],
      outfile: 'dist/cli.cjs',
      banner: { js: '#!/usr/bin/env node' },
    }),
    build({
      ...common,
      ...shipped,
      platform: 'browser',
      format: 'iife',
      entryPoints: ['src/webview/main.ts'],
      outfile: 'dist/panel.js',
    }),
    build({
      ...common,
      ...shipped,
      platform: 'browser',
      format: 'iife',
      entryPoints: ['src/webview/catalogue/main.ts'],
      outfile: 'dist/catalogue.js',
    }),
    build({
      ...common,
      ...shipped,
      platform: 'browser',
      format: 'iife',
      entryPoints: ['src/webview/parity/main.ts'],
      outfile: 'dist/parity.js',
    }),
  ]);
  await chmod(join(root, 'dist/cli.cjs'), 0o755);
  await writeFile(
    join(root, 'dist', WEB_EXTENSION),
    `// The web host loads ${WEB_EXTENSION}.js under this name.\n`,
  );
  await writeFile(join(root, 'dist/package.json'), '{ "type": "commonjs" }\n');
}

async function copyAssets() {
  const assets = {
    'web-tree-sitter.wasm': beside('web-tree-sitter.wasm'),
    'rust.wasm': join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-rust.wasm'),
    'c.wasm': require.resolve('tree-sitter-c/tree-sitter-c.wasm'),
    'codicon.css': require.resolve('@vscode/codicons/dist/codicon.css'),
  };
  await Promise.all(Object.entries(assets).map(([name, from]) => copyFile(from, join(root, 'dist', name))));
}

/** The icon font with no more icons than the pages name anywhere: it would be a tenth of the package. */
async function subsetIcons() {
  const css = await readFile(require.resolve('@vscode/codicons/dist/codicon.css'), 'utf8');
  const pages = await Promise.all(
    ['panel.js', 'catalogue.js', 'parity.js'].map((name) => readFile(join(root, 'dist', name), 'utf8')),
  );
  const words = new Set(pages.join('\n').match(/[a-z0-9]+(?:-[a-z0-9]+)*/g));
  // Names that a page puts together, such as `codicon-chevron-${side}`.
  const stems = [...pages.join('\n').matchAll(/codicon-([a-z0-9-]+-)(?![a-z0-9])/g)].map(([, stem]) => stem);
  const icons = [...css.matchAll(/\.codicon-([a-z0-9-]+):before\s*\{\s*content:\s*"\\([0-9a-f]+)"/g)];
  const used = icons.filter(
    ([, name]) =>
      words.has(name) || words.has(`codicon-${name}`) || stems.some((stem) => name.startsWith(stem)),
  );
  const text = used.map(([, , code]) => String.fromCodePoint(parseInt(code, 16))).join('');
  const font = await readFile(require.resolve('@vscode/codicons/dist/codicon.ttf'));
  await writeFile(join(root, 'dist/codicon.ttf'), await subsetFont(font, text, { targetFormat: 'truetype' }));
}

/** The strict readers run here: a bad pattern or profile stops the build with file and line. */
async function buildCatalog() {
  await build({ ...program, entryPoints: ['test/tools/catalog.ts'] });
  const { readShippedCatalog } = await import(pathToFileURL(join(root, '.cache/catalog.mjs')).href);
  const catalog = await readShippedCatalog(pathToFileURL(`${root}/`));
  await writeFile(join(root, 'dist/catalog.json'), JSON.stringify(catalog));
}

/** `.cache/NAME.mjs` for every `test/tools/NAME.ts`, and what runs inside VS Code as CommonJS. */
async function buildTools() {
  const inside = { ...node, ...cjs, packages: 'external', outdir: '.cache', outExtension: { '.js': '.cjs' } };
  await rm(join(root, '.cache/host'), { recursive: true, force: true });
  await Promise.all([
    build({ ...program, entryPoints: ['test/tools/*.ts'] }),
    build({ ...program, entryPoints: ['test/vscode-host/code.ts'] }),
    build({ ...inside, entryPoints: ['test/vscode-host/testsEntry.ts'] }),
    build({ ...inside, entryPoints: ['test/host/**/*.ts'], outbase: 'test' }),
  ]);
}

await mkdir(join(root, 'dist'), { recursive: true });
await mkdir(join(root, '.cache'), { recursive: true });
await Promise.all([buildPrograms().then(subsetIcons), copyAssets(), buildCatalog()]);
if (process.argv.includes('--tools')) await buildTools();
