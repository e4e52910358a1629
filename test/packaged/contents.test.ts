import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packExtension } from '../tools/package/packExtension.ts';
import { projectRoot } from '../vscode-host/root.ts';

const wanted =
  /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|(?:dist|l10n|media|syntaxes)\/.+)$/;
const limit = 1_000_000;

describe('the extension file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'interop-review-'));
    await packExtension(join(folder, 'first.vsix'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('holds what runs and what is read, and nothing else', async () => {
    const files = await listFiles({ cwd: projectRoot, packageManager: PackageManager.None });
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(projectRoot, file))).size));
    const lines = files.map((file, index) => `${String(sizes[index]).padStart(9)} ${file}`);
    console.log(lines.join('\n'));
    expect(files.filter((file) => !wanted.test(file))).toEqual([]);
    for (const file of [
      'package.json',
      'README.md',
      'CHANGELOG.md',
      'LICENSE',
      'dist/extension.cjs',
      'dist/readPattern.cjs',
      'dist/webExtension.cjs.js',
      'dist/catalogue.js',
      'dist/parity.js',
    ])
      expect(files).toContain(file);
  });

  it('holds every picture and style sheet but those of the README', async () => {
    const files = new Set(await listFiles({ cwd: projectRoot, packageManager: PackageManager.None }));
    const media = await readdir(join(projectRoot, 'media'), { recursive: true, withFileTypes: true });
    const left = media
      .filter((entry) => entry.isFile())
      .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !files.has(file));
    expect(left.filter((file) => !/^media\/(?:readme|example\/tree)\//.test(file))).toEqual([]);
  });

  it(`is smaller than ${limit} bytes`, async () => {
    const { size } = await stat(join(folder, 'first.vsix'));
    console.log(`${size} bytes`);
    expect(size).toBeLessThan(limit);
  });

  it('has the same bytes when it is made again', async () => {
    await packExtension(join(folder, 'second.vsix'));
    const [first, second] = await Promise.all(
      ['first.vsix', 'second.vsix'].map((name) => readFile(join(folder, name))),
    );
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
  });
});
