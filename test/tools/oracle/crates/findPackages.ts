import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyCrates } from './copyCrates.ts';
import { runTool } from './runTool.ts';
import type { CargoPackage, PackagePlace } from './standalone.ts';

/** A package of a project that was copied. */
export interface CopiedPackage extends PackagePlace {
  /** Top of the copied project. */
  readonly project: string;
}

/** Told about everything that is not compared, with the reason. */
export type Skipped = (name: string, reason: string) => void;

/** Copies projects below `scratch` and finds their packages, by name. Each gets a folder of its own for its manifest. */
export async function findPackages(
  projects: readonly string[],
  scratch: string,
  skipped: Skipped,
): Promise<Map<string, CopiedPackage>> {
  const packages = new Map<string, CopiedPackage>();
  for (const [index, project] of projects.entries()) {
    const copy = join(scratch, 'projects', String(index));
    await mkdir(copy, { recursive: true });
    await copyCrates(resolve(project), copy);
    const ran = await runTool('cargo', ['metadata', '--no-deps', '--offline', '--format-version', '1'], copy);
    if (ran.status !== 0) {
      skipped(project, ran.complaint.trim());
      continue;
    }
    for (const cargoPackage of (JSON.parse(ran.output) as { packages: readonly CargoPackage[] }).packages) {
      const { name } = cargoPackage;
      if (packages.has(name)) skipped(name, 'another package has its name');
      else packages.set(name, { cargoPackage, project: copy, folder: join(scratch, 'packages', name) });
    }
  }
  return packages;
}
