import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import { projectRoot } from '../../vscode-host/root.ts';
import { chosenFlavour, serverFiles } from '../../vscode-host/serverFiles.ts';

/** Tokens of each line: text and innermost scopes, as VS Code's own tokenizer gives them. */
export type Tokenize = (
  scope: string,
  lines: readonly string[],
) => Promise<readonly (readonly { readonly text: string; readonly scopes: readonly string[] }[])[]>;

/** Grammars that VS Code brings, by their path below its `extensions` folder. */
const BUILT_IN: Readonly<Record<string, string>> = {
  'source.rust': 'rust/syntaxes/rust.tmLanguage.json',
  'source.c': 'cpp/syntaxes/c.tmLanguage.json',
  'source.c.platform': 'cpp/syntaxes/platform.tmLanguage.json',
  'source.diff': 'diff/syntaxes/diff.tmLanguage.json',
  'text.html.markdown': 'markdown-basics/syntaxes/markdown.tmLanguage.json',
};

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** A tokenizer with the grammars of this extension and those of the VS Code that tests run in. */
export async function tokenizer(): Promise<Tokenize> {
  const { root } = await serverFiles(chosenFlavour(), () => undefined);
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await oniguruma.loadWASM(wasm);
  const manifest = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly grammars: readonly Contribution[] };
  };
  const { grammars } = manifest.contributes;
  const own = new Map(grammars.map(({ scopeName, path }) => [scopeName, join(projectRoot, path)]));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope) => {
      const builtIn = BUILT_IN[scope];
      const path = own.get(scope) ?? (builtIn === undefined ? undefined : join(root, 'extensions', builtIn));
      return path === undefined ? null : textmate.parseRawGrammar(await readFile(path, 'utf8'), path);
    },
    getInjections: (scope) =>
      grammars.filter(({ injectTo }) => injectTo?.includes(scope)).map(({ scopeName }) => scopeName),
  });
  return async (scope, lines) => {
    const grammar = await registry.loadGrammar(scope);
    if (!grammar) throw new Error(`there is no grammar ${scope}`);
    let state = textmate.INITIAL;
    return lines.map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes,
      }));
    });
  };
}
