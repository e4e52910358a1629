import { languageOf } from '../../patch/language.ts';
import type { Problem, WithProblems } from '../../problem.ts';
import { createScope } from '../sources/createScope.ts';
import type { FileReader } from '../sources/fileReader.ts';
import type { TreeSources } from '../sources/treeSources.ts';
import { filesAsSeries } from '../sources/filesAsSeries.ts';
import { compareDevices } from './compareDevices.ts';
import type { DeviceFacts } from './facts.ts';
import type { ParityRow } from './parityTable.ts';
import { readCDevice } from './readCDevice.ts';
import { readRustDevice } from './readRustDevice.ts';
import type { DeviceSide, DeviceSource } from './source.ts';

/** A file of a device, C or Rust by its name. */
export interface DeviceFile {
  readonly path: string;
  readonly text: string;
}

/** Both sides of a device and their table. */
export interface DeviceParity {
  readonly c: DeviceFacts;
  readonly rust: DeviceFacts;
  readonly rows: readonly ParityRow[];
}

/**
 * Holds the C files of a device against the Rust files of its port. `tree`, when there is one, resolves names that neither
 * declares. Files of other languages are problems, and so is a side without files.
 */
export async function deviceParity(
  reader: FileReader,
  files: readonly DeviceFile[],
  tree: TreeSources | null = null,
): Promise<WithProblems<DeviceParity>> {
  const problems: Problem[] = [];
  const sources: DeviceSource[] = [];
  for (const { path, text } of files) {
    const language = languageOf(path);
    if (!language) {
      problems.push({ code: 'unreadable-input', message: 'This is neither a C nor a Rust file.', at: path });
      continue;
    }
    const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
    const parts = [{ firstLine: 1, lines, section: '' }];
    sources.push({ file: reader(path, language, { side: 'new', kind: 'whole', parts }), lines });
  }
  const scope = createScope(filesAsSeries(sources.map(({ file }) => file)), 0, tree);
  const side = (language: 'c' | 'rust'): DeviceSide => {
    const own = sources.filter(({ file }) => file.language === language);
    if (own.length === 0) {
      const name = language === 'c' ? 'C' : 'Rust';
      problems.push({ code: 'unreadable-input', message: `No ${name} file was given.`, at: '' });
    }
    return { language, sources: own, scope };
  };
  const [c, rust] = await Promise.all([readCDevice(side('c')), readRustDevice(side('rust'))]);
  return { value: { c, rust, rows: compareDevices(c, rust) }, problems };
}
