import { parseArgs } from 'node:util';
import { createTreeIndex } from '../core/counterpart/index/treeIndex.ts';
import { deviceParity } from '../core/counterpart/parity/deviceParity.ts';
import { createFileReader } from '../core/counterpart/sources/fileReader.ts';
import { createTreeSources } from '../core/counterpart/sources/treeSources.ts';
import { formatParityJson, formatParityMarkdown, formatParityText } from '../core/output/formatParity.ts';
import { createEngine } from '../core/syntax/engine.ts';
import { diskAssets } from '../node/assets.ts';
import { workTree } from '../node/workTree.ts';
import { EXIT } from './exitCode.ts';
import type { Outcome } from './outcome.ts';
import { orUsage } from './orUsage.ts';
import { problemLines } from './problemLines.ts';
import { readDevice } from './readDevice.ts';

const PARITY_FORMATS = ['text', 'json', 'markdown'] as const;

interface ParityRequest {
  readonly paths: readonly string[];
  readonly repo: string | undefined;
  readonly format: (typeof PARITY_FORMATS)[number];
}

/** Runs `interop-review parity C… RUST…`; `args` are those after `parity`, `assets` is where the shipped files are. */
export async function parity(args: readonly string[], assets: string): Promise<Outcome> {
  const request = readRequest(args);
  if (typeof request === 'string')
    return { out: '', err: `interop-review: ${request}\nSee interop-review --help.\n`, exitCode: EXIT.usage };
  const { files, root: top, problems: unread } = await readDevice(request.paths, request.repo);
  const reader = createFileReader(await createEngine(diskAssets(assets)));
  const root = top === undefined ? null : workTree(top);
  const tree = root && createTreeSources(root, createTreeIndex(root), reader);
  const { value, problems } = await deviceParity(reader, files, tree);
  const all = [...unread, ...problems];
  const isSame = value.rows.every(({ verdict }) => verdict === 'same');
  return {
    out: {
      text: () => formatParityText(value),
      markdown: () => formatParityMarkdown(value),
      json: () => formatParityJson(value, all),
    }[request.format](),
    err: problemLines(all),
    exitCode: all.length > 0 ? EXIT.partial : isSame ? EXIT.nothing : EXIT.look,
  };
}

/** The request, or what is wrong with the arguments. */
function readRequest(args: readonly string[]): ParityRequest | string {
  return orUsage(
    () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: { repo: { type: 'string' }, format: { type: 'string', default: 'text' } },
        allowPositionals: true,
        strict: true,
      });
      const format = PARITY_FORMATS.find((candidate) => candidate === values.format);
      if (!format) return `--format takes ${PARITY_FORMATS.join(', ')}.`;
      if (positionals.length === 0) return 'Name the C and the Rust files of a device.';
      return { paths: positionals, repo: values.repo, format };
    },
    (message) => message,
  );
}
