import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { themes, type Theme } from '../../vscode-host/themes.ts';

/** What to review. Paths are absolute. */
export type Review =
  | { readonly kind: 'example' }
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'range'; readonly directory: string; readonly range: string };

export interface Screenshot {
  readonly file: string;
  readonly theme: Theme;
}

export interface StartOptions {
  readonly review: Review;
  readonly screenshot: Screenshot | undefined;
}

const usage = `npm start                      opens the example series
npm start -- FILE              opens a patch or a mailbox
npm start -- --git DIR RANGE   opens a range of commits, as git log takes it
  --screenshot FILE.png        takes a picture of it and ends
  --theme NAME                 for the picture: ${Object.keys(themes).join(', ')}`;

/** Reads the command line; paths are relative to `folder`. Without a value, `problem` says what was wrong. */
export function readOptions(
  words: readonly string[],
  folder: string,
): { readonly value?: StartOptions; readonly problem?: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        git: { type: 'string' },
        screenshot: { type: 'string' },
        theme: { type: 'string', default: 'dark' },
      },
      allowPositionals: true,
    });
    const { git, screenshot, theme } = values;
    const [first, ...more] = positionals;
    if (more.length > 0) return { problem: `${more.join(' ')} is too much.\n${usage}` };
    if (!isTheme(theme)) return { problem: `There is no theme ${theme}.\n${usage}` };
    if (git !== undefined && first === undefined) return { problem: `--git needs DIR RANGE.\n${usage}` };
    const at = (path: string) => resolve(folder, path);
    const review: Review =
      first === undefined
        ? { kind: 'example' }
        : git === undefined
          ? { kind: 'file', file: at(first) }
          : { kind: 'range', directory: at(git), range: first };
    return {
      value: { review, screenshot: screenshot === undefined ? undefined : { file: at(screenshot), theme } },
    };
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : String(error)}\n${usage}` };
  }
}

function isTheme(name: string): name is Theme {
  return Object.hasOwn(themes, name);
}
