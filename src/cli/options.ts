import { parseArgs } from 'node:util';
import { orUsage } from './orUsage.ts';

const FORMATS = ['text', 'json', 'markdown', 'lines', 'sarif', 'github', 'b4'] as const;
export type Format = (typeof FORMATS)[number];

export const COLOURS = ['auto', 'always', 'never'] as const;
export type Colour = (typeof COLOURS)[number];

export const FAIL_ON = ['check', 'look-first', 'never'] as const;
/** The least attention that an annotation needs to make the status 1. */
export type FailOn = (typeof FAIL_ON)[number];

/** Where the series comes from. A path `-` is standard input. */
export type Source =
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'staged' }
  | { readonly kind: 'unstaged' };

export interface CheckOptions {
  readonly source: Source;
  /** Directory of the repository, if named. */
  readonly repo: string | undefined;
  readonly format: Format;
  readonly profile: string | undefined;
  readonly colour: Colour;
  /** Lists notes and generated files instead of counting them. */
  readonly notes: boolean;
  /** Looks up the other side of each crossing, for text, JSON and SARIF. */
  readonly counterparts: boolean;
  readonly failOn: FailOn;
}

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'usage'; readonly message: string }
  | { readonly kind: 'check'; readonly options: CheckOptions };

const OPTIONS = {
  git: { type: 'string' },
  staged: { type: 'boolean' },
  unstaged: { type: 'boolean' },
  repo: { type: 'string' },
  format: { type: 'string', default: 'text' },
  profile: { type: 'string' },
  color: { type: 'string', default: 'auto' },
  notes: { type: 'boolean', default: false },
  counterparts: { type: 'boolean', default: false },
  'fail-on': { type: 'string', default: 'check' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

/** Reads the arguments after the program's name. Whatever cannot be meant is a `usage` request with a reason. */
export function readOptions(args: readonly string[]): Request {
  return orUsage(() => requestOf(parse(args)), usage);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function requestOf({ values, positionals }: ReturnType<typeof parse>): Request {
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...paths] = positionals;
  if (command === undefined) return usage('What to do? The command is "check".');
  if (command !== 'check') return usage(`There is no command ${JSON.stringify(command)}; it is "check".`);

  const format = FORMATS.find((candidate) => candidate === values.format);
  if (!format) return usage(`--format takes ${FORMATS.join(', ')}.`);
  const colour = COLOURS.find((candidate) => candidate === values.color);
  if (!colour) return usage(`--color takes ${COLOURS.join(', ')}.`);
  const failOn = FAIL_ON.find((candidate) => candidate === values['fail-on']);
  if (!failOn) return usage(`--fail-on takes ${FAIL_ON.join(', ')}.`);

  const sources: Source[] = [];
  if (paths.length > 0) sources.push({ kind: 'files', paths });
  if (values.git !== undefined) sources.push({ kind: 'range', range: values.git });
  if (values.staged) sources.push({ kind: 'staged' });
  if (values.unstaged) sources.push({ kind: 'unstaged' });
  const [source] = sources;
  if (!source) return usage('Nothing to check: name files, "-", --git RANGE, --staged or --unstaged.');
  if (sources.length > 1) return usage('Only one of files, --git, --staged and --unstaged can be checked.');
  if (paths.filter((path) => path === '-').length > 1) return usage('Standard input can be read only once.');
  const { repo, profile, notes, counterparts } = values;
  if (counterparts && !['text', 'json', 'sarif'].includes(format))
    return usage('--counterparts goes with --format text, json or sarif.');
  return { kind: 'check', options: { source, repo, format, profile, colour, notes, counterparts, failOn } };
}

function usage(message: string): Request {
  return { kind: 'usage', message };
}
