import type { Finding } from '../sample.ts';

/** What `cargo clippy --message-format=json` said about one package. */
export interface ClippyAnswer {
  /** Paths as the compiler wrote them. */
  readonly findings: readonly Finding[];
  readonly features: readonly string[];
  /** The compiled library, beside which the compiler lists the files that it read. */
  readonly artifact: string | undefined;
  /** Whether all was compiled. */
  readonly complete: boolean;
  /** First lines of the errors. */
  readonly errors: readonly string[];
}

interface Message {
  readonly reason: string;
  readonly success?: boolean;
  readonly features?: readonly string[];
  readonly filenames?: readonly string[];
  readonly target?: { readonly name: string };
  readonly message?: {
    readonly level: string;
    readonly message: string;
    readonly code: { readonly code: string } | null;
    readonly spans: readonly {
      readonly file_name: string;
      readonly line_start: number;
      readonly is_primary: boolean;
    }[];
  };
}

/** Reads cargo's messages, one a line; of `library` (the name of its crate) only, not of what it depends on. */
export function readMessages(output: string, library: string): ClippyAnswer {
  const findings: Finding[] = [];
  const errors: string[] = [];
  let features: readonly string[] = [];
  let artifact: string | undefined;
  let complete = false;
  for (const line of output.split('\n')) {
    if (!line.startsWith('{')) continue;
    const { reason, message, target, success, ...rest } = JSON.parse(line) as Message;
    if (reason === 'build-finished') complete = success ?? false;
    if (target?.name !== library) continue;
    if (reason === 'compiler-artifact') {
      features = rest.features ?? [];
      artifact = rest.filenames?.[0];
    }
    if (message?.level === 'error') errors.push(message.message);
    const lint = message?.code?.code.replace(/^clippy::/, '');
    const span = message?.spans.find(({ is_primary }) => is_primary);
    if (lint !== undefined && span) findings.push({ lint, path: span.file_name, line: span.line_start });
  }
  return { findings, features, artifact, complete, errors };
}
