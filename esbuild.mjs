// Builds everything that ships into dist/, and with --tools the test and measuring programs into .cache/.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile, chmod } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

// The ESM build of web-tree-sitter cannot be bundled into CommonJS; its .cjs twin can, and needs no file look-up.
const alias = {
  'web-tree-sitter': require.resolve('web-tree-sitter').replace(/[^/\\]+$/, 'web-tree-sitter.cjs'),
};
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: false,
  logLevel: 'warning',
  target: 'es2022',
  alias,
  define: { __VERSION__: JSON.stringify(version) },
};
const node = { ...common, platform: 'node', target: 'node20', format: 'cjs', external: ['vscode'] };

await mkdir(join(root, 'dist'), { recursive: true });
await mkdir(join(root, '.cache'), { recursive: true });

await Promise.all([
  build({ ...node, entryPoints: ['src/host/extension.ts'], outfile: 'dist/extension.cjs' }),
  build({
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.cjs',
    banner: { js: '#!/usr/bin/env node' },
  }),
  build({
    ...common,
    platform: 'browser',
    format: 'iife',
    entryPoints: ['src/webview/main.ts'],
    outfile: 'dist/panel.js',
  }),
]);
await chmod(join(root, 'dist/cli.cjs'), 0o755);

const assets = {
  'web-tree-sitter.wasm': require.resolve('web-tree-sitter').replace(/[^/\\]+$/, 'web-tree-sitter.wasm'),
  'rust.wasm': join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-rust.wasm'),
  'c.wasm': require.resolve('tree-sitter-c/tree-sitter-c.wasm'),
  'codicon.ttf': require.resolve('@vscode/codicons/dist/codicon.ttf'),
  'codicon.css': require.resolve('@vscode/codicons/dist/codicon.css'),
};
await Promise.all(Object.entries(assets).map(([name, from]) => copyFile(from, join(root, 'dist', name))));

// The strict readers run here: a bad pattern or profile stops the build with file and line.
await build({
  ...node,
  minify: false,
  entryPoints: ['test/tools/catalog.ts'],
  outfile: '.cache/catalog.cjs',
});
const { readShippedCatalog } = require(join(root, '.cache/catalog.cjs'));
await writeFile(
  join(root, 'dist/catalog.json'),
  JSON.stringify(await readShippedCatalog(pathToFileURL(root + '/'))),
);

if (process.argv.includes('--tools')) {
  const tools = ['corpus', 'bench', 'patterns'];
  await build({
    ...node,
    minify: false,
    entryPoints: tools.map((name) => `test/tools/${name}.ts`),
    outdir: '.cache',
    outExtension: { '.js': '.cjs' },
  });
}
