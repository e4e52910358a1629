import { parseArgs } from 'node:util';
import { createTreeIndex } from '../core/counterpart/index/treeIndex.ts';
import { findNames, withoutMereUses } from '../core/counterpart/names/findNames.ts';
import { nameDictionary } from '../core/counterpart/names/nameDictionary.ts';
import { createFileReader } from '../core/counterpart/sources/fileReader.ts';
import { createTreeSources } from '../core/counterpart/sources/treeSources.ts';
import { formatNamesJson, formatNamesMarkdown, formatNamesText } from '../core/output/formatNames.ts';
import { createEngine } from '../core/syntax/engine.ts';
import { diskAssets } from '../node/assets.ts';
import { workTree } from '../node/workTree.ts';
import { EXIT } from './exitCode.ts';
import { orUsage } from './orUsage.ts';
import type { Outcome } from './outcome.ts';
import { problemLines } from './problemLines.ts';

const NAMES_FORMATS = ['text', 'json', 'markdown'] as const;

interface NamesRequest {
  readonly name: string | undefined;
  readonly repo: string;
  readonly format: (typeof NAMES_FORMATS)[number];
  /** Also what merely calls a C function that has a wrapper. */
  readonly all: boolean;
}

/** Runs `interop-review names [NAME]`; `args` are those after `names`, `assets` is where the shipped files are. */
export async function names(args: readonly string[], assets: string): Promise<Outcome> {
  const request = readRequest(args);
  if (typeof request === 'string')
    return { out: '', err: `interop-review: ${request}\nSee interop-review --help.\n`, exitCode: EXIT.usage };
  const root = workTree(request.repo);
  const index = createTreeIndex(root);
  const tree = createTreeSources(root, index, createFileReader(await createEngine(diskAssets(assets))));
  const { value, problems } = await nameDictionary({ tree });
  const shown = request.all ? value : withoutMereUses(value);
  const found = request.name === undefined ? shown : findNames(shown, request.name);
  const all = [...index.problems(), ...problems];
  return {
    out: {
      text: () => formatNamesText(found),
      markdown: () => formatNamesMarkdown(found),
      json: () => formatNamesJson(found, all),
    }[request.format](),
    err: problemLines(all),
    exitCode: all.length > 0 ? EXIT.partial : found.length > 0 ? EXIT.nothing : EXIT.look,
  };
}

/** The request, or what is wrong with the arguments. */
function readRequest(args: readonly string[]): NamesRequest | string {
  return orUsage(
    () => {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: {
          repo: { type: 'string', default: '.' },
          format: { type: 'string', default: 'text' },
          all: { type: 'boolean', default: false },
        },
        allowPositionals: true,
        strict: true,
      });
      const format = NAMES_FORMATS.find((candidate) => candidate === values.format);
      if (!format) return `--format takes ${NAMES_FORMATS.join(', ')}.`;
      if (positionals.length > 1) return 'Only one name can be looked up.';
      return { name: positionals[0], repo: values.repo, format, all: values.all };
    },
    (message) => message,
  );
}
