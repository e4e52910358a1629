import { parseArgs } from 'node:util';
import { orUsage } from '../orUsage.ts';

const MARKS_FORMATS = ['text', 'json'] as const;
export type MarksFormat = (typeof MARKS_FORMATS)[number];

const EXPORT_KINDS = ['github', 'b4'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** What `interop-review marks …` is asked to do. A version is a file with patches, or a git range. */
export type MarksRequest =
  | { readonly kind: 'usage'; readonly message: string }
  | {
      readonly kind: 'carry';
      readonly from: string;
      readonly to: string;
      readonly marks: string;
      readonly repo: string | undefined;
      readonly format: MarksFormat;
    }
  | {
      readonly kind: 'list';
      readonly review: string;
      /** File with the series that remarks are about, where the review does not hold it itself. */
      readonly on: string | undefined;
      readonly format: MarksFormat;
    }
  | { readonly kind: 'export'; readonly review: string; readonly on: string; readonly as: ExportKind }
  | {
      readonly kind: 'status';
      readonly review: string;
      readonly on: string | undefined;
      readonly to: string;
      readonly repo: string | undefined;
      readonly format: MarksFormat;
    };

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  marks: { type: 'string' },
  repo: { type: 'string' },
  on: { type: 'string' },
  as: { type: 'string' },
  format: { type: 'string', default: 'text' },
} as const;

/** Reads the arguments after `marks`. Whatever cannot be meant is a `usage` request with a reason. */
export function readMarksOptions(args: readonly string[]): MarksRequest {
  return orUsage(() => requestOf(parse(args)), usage);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function requestOf({ values, positionals }: ReturnType<typeof parse>): MarksRequest {
  const [command, ...names] = positionals;
  const format = MARKS_FORMATS.find((candidate) => candidate === values.format);
  if (!format) return usage(`--format takes ${MARKS_FORMATS.join(' or ')}.`);
  const { from, to, marks, repo, on } = values;
  const [review, ...others] = names;
  switch (command) {
    case 'carry':
      if (from === undefined || to === undefined || marks === undefined || review !== undefined)
        return usage('marks carry takes --from OLD --to NEW --marks FILE and nothing else.');
      return { kind: 'carry', from, to, marks, repo, format };
    case 'list':
      if (review === undefined || others.length > 0) return usage('marks list takes one review file.');
      return { kind: 'list', review, on, format };
    case 'status':
      if (review === undefined || others.length > 0 || to === undefined)
        return usage('marks status takes one review file and --to NEW.');
      return { kind: 'status', review, on, to, repo, format };
    case 'export': {
      const as = EXPORT_KINDS.find((candidate) => candidate === values.as);
      if (review === undefined || others.length > 0 || on === undefined || !as)
        return usage(
          `marks export takes one review file, --on SERIES and --as ${EXPORT_KINDS.join(' or ')}.`,
        );
      return { kind: 'export', review, on, as };
    }
    default:
      return usage('What to do with marks? The commands are "carry", "list", "status" and "export".');
  }
}

function usage(message: string): MarksRequest {
  return { kind: 'usage', message };
}
