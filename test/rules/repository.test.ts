import { describe, expect, it } from 'vitest';
import { projectFiles, read, readJson } from './sources.ts';

const text = projectFiles.filter((path) => !/\.(?:png|wasm|ttf|gz|vsix)$/.test(path));

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly link?: boolean }>>;
}

describe('the repository', () => {
  it.each(projectFiles.filter((path) => path.endsWith('package-lock.json')))('%s names no server', (path) => {
    const { packages } = readJson(path) as LockFile;
    const found = Object.entries(packages).filter(
      ([, { resolved, link }]) => resolved !== undefined && !link,
    );
    expect(found.map(([name]) => name)).toEqual([]);
  });

  it('names no folder of anybody’s machine', () => {
    const home = /(?<![\w.~/-])\/(?:home|root|Users|work)\/\w|\b[A-Z]:\\Users\\/;
    const found = text.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, index) =>
          home.test(line) ? [`${path}:${index + 1} ${line.trim().slice(0, 80)}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });

  it('tells in its README how to start and test it', () => {
    const readme = read('README.md');
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });

  it('keeps nothing that a build makes', () => {
    const made = /(?:^|\/)(?:dist|node_modules|\.cache|\.vscode-test)\/|\.vsix$/;
    expect(projectFiles.filter((path) => made.test(path))).toEqual([]);
  });
});
