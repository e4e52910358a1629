import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { packExtension } from '../package/packExtension.ts';
import type { Figure } from './figure.ts';

/** Size of the packed extension. `folder` is for the file. */
export async function measurePackage(folder: string): Promise<readonly Figure[]> {
  const file = join(folder, 'packed.vsix');
  await packExtension(file);
  const { size } = await stat(file);
  return [{ what: 'Packed extension', value: size / 1e6, unit: 'MB', limit: 1, note: '' }];
}
