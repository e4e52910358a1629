import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Engine } from '../../../../src/core/syntax/engine.ts';
import { CLAIMS } from '../claims.ts';
import type { Sample } from '../sample.ts';
import { clippy, compiledFiles } from './clippy.ts';
import { type CopiedPackage, findPackages, type Skipped } from './findPackages.ts';
import { leftOut } from './leftOut.ts';
import { runTool } from './runTool.ts';
import { libraryOf, standalone } from './standalone.ts';

/**
 * Runs clippy over the libraries of some projects: folders or bare repositories with a `Cargo.toml` at their top. They are
 * copied to `scratch` first, and nothing of them is run: build scripts are left out. What cannot be compiled without a
 * registry, or not at all, is told to `skipped`.
 */
export async function readCrates(
  engine: Engine,
  projects: readonly string[],
  scratch: string,
  skipped: Skipped,
): Promise<readonly Sample[]> {
  const samples: Sample[] = [];
  for (const one of await writeManifests(await findPackages(projects, scratch, skipped), skipped)) {
    const sample = await compile(engine, one);
    if (typeof sample === 'string') skipped(one.cargoPackage.name, sample);
    else samples.push(sample);
  }
  return samples;
}

/** Writes the manifests of those packages that can do without a registry; what needs a refused one is refused too. */
async function writeManifests(
  packages: Map<string, CopiedPackage>,
  skipped: Skipped,
): Promise<readonly CopiedPackage[]> {
  for (let before = -1; before !== packages.size;) {
    before = packages.size;
    for (const [name, { cargoPackage }] of packages) {
      const answer = standalone(cargoPackage, packages);
      if ('manifest' in answer) continue;
      skipped(name, answer.refused);
      packages.delete(name);
    }
  }
  for (const { cargoPackage, folder } of packages.values()) {
    const answer = standalone(cargoPackage, packages);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'Cargo.toml'), 'manifest' in answer ? answer.manifest : '');
  }
  return [...packages.values()];
}

/** What clippy says about a package, or why it says nothing. */
async function compile(
  engine: Engine,
  { cargoPackage, project, folder }: CopiedPackage,
): Promise<Sample | string> {
  const answer = await clippy(folder, libraryOf(cargoPackage)?.name ?? '');
  if (!answer.complete || answer.artifact === undefined)
    return `it does not compile: ${answer.errors.slice(0, 3).join(' | ')}`;
  const configuration = await configurationOf(folder, answer.features);
  const files = new Map<string, string>();
  const unseen = new Map<string, ReadonlySet<number>>();
  for (const absolute of await compiledFiles(answer.artifact)) {
    const text = await readFile(resolve(folder, absolute), 'utf8');
    const path = relative(project, resolve(folder, absolute));
    files.set(path, text);
    unseen.set(path, leftOut(engine, text, configuration));
  }
  return {
    name: `${cargoPackage.name} ${cargoPackage.version}`,
    files,
    lints: new Set(Object.keys(CLAIMS)),
    findings: answer.findings.map((finding) => ({
      ...finding,
      path: relative(project, resolve(folder, finding.path)),
    })),
    isLeftOut: (path, line) => unseen.get(path)?.has(line) ?? false,
  };
}

async function configurationOf(folder: string, features: readonly string[]): Promise<ReadonlySet<string>> {
  const { output } = await runTool('rustc', ['--print', 'cfg'], folder);
  return new Set([...output.split('\n'), ...features.map((feature) => `feature=${JSON.stringify(feature)}`)]);
}
