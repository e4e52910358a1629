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

  it('has a program for every script, and a script for every one its README names', () => {
    const { scripts } = readJson('package.json') as { readonly scripts: Readonly<Record<string, string>> };
    const programs = Object.values(scripts).flatMap((line) => /run\.mjs (\w+)$/.exec(line)?.[1] ?? []);
    expect(programs.filter((name) => !projectFiles.includes(`test/tools/${name}.ts`))).toEqual([]);
    const named = [...read('README.md').matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('keeps nothing that a build makes', () => {
    const made = /(?:^|\/)(?:dist|node_modules|\.cache|\.vscode-test)\/|\.vsix$/;
    expect(projectFiles.filter((path) => made.test(path))).toEqual([]);
  });
});
