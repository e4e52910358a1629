import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../vscode-host/root.ts';
import { fontCodes } from './fontCodes.ts';
import { iconNames } from './iconNames.ts';

const css = await readFile(join(projectRoot, 'dist/codicon.css'), 'utf8');
const rules = css.matchAll(/\.codicon-([a-z0-9-]+):before\s*\{\s*content:\s*"\\([0-9a-f]+)"/g);
const codes = new Map([...rules].map(([, name = '', code = '']) => [name, parseInt(code, 16)]));

describe('the icon font that ships', () => {
  it('is cut down to what is used', async () => {
    expect((await fontCodes()).size).toBeLessThan(codes.size / 2);
  });

  it('has every icon that the pages can ask for', async () => {
    const names = [...iconNames()];
    expect(names).toEqual(
      expect.arrayContaining(['chevron-down', 'question', 'list-unordered', 'go-to-file']),
    );
    const shipped = await fontCodes();
    expect(names.filter((name) => !shipped.has(codes.get(name) ?? -1))).toEqual([]);
  });
});
