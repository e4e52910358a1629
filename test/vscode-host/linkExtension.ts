import { existsSync } from 'node:fs';
import { readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

interface Installed {
  readonly identifier: { readonly id: string };
}

interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

/** Makes an unpacked extension part of an extensions folder, as if it had been installed. */
export async function linkExtension(extensionsDir: string, folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
  const id = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const name = `${id}-${manifest.version}`;
  const link = join(extensionsDir, name);
  await rm(link, { recursive: true, force: true });
  await symlink(resolve(folder), link, 'junction');
  const list = join(extensionsDir, 'extensions.json');
  const before = existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Installed[]) : [];
  const entry = {
    identifier: { id },
    version: manifest.version,
    location: { $mid: 1, path: link, scheme: 'file' },
    relativeLocation: name,
    metadata: { installedTimestamp: Date.now(), source: 'vsix' },
  };
  const others = before.filter(({ identifier }) => identifier.id !== id);
  await writeFile(list, JSON.stringify([...others, entry]));
}
