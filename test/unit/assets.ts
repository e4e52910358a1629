import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { AssetName, Assets } from '../../src/core/ports.ts';

const require = createRequire(import.meta.url);
const root = new URL('../../', import.meta.url);

const WASM_FILES: Record<Exclude<AssetName, 'catalog.json'>, string> = {
  'web-tree-sitter.wasm': join(dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm'),
  'rust.wasm': require.resolve('@vscode/tree-sitter-wasm/wasm/tree-sitter-rust.wasm'),
  'c.wasm': require.resolve('tree-sitter-c/tree-sitter-c.wasm'),
};

/**
 * What a build copies into `dist/`, read from where it comes from: tests need no build. The catalogue is made by the
 * strict readers, so a bad pattern rejects with its file and line.
 */
export function testAssets(): Assets {
  return { read: (name) => (name === 'catalog.json' ? readCatalog() : readFile(WASM_FILES[name])) };
}

async function readCatalog(): Promise<Uint8Array> {
  const { readShippedCatalog } = await import('../tools/catalog.ts');
  return new TextEncoder().encode(JSON.stringify(await readShippedCatalog(root)));
}
