import { Language as Grammar, Parser, Query } from 'web-tree-sitter';
import type { Node, QueryCapture, QueryMatch, Tree } from 'web-tree-sitter';
import type { Language } from '../patch/language.ts';
import type { Assets } from '../ports.ts';

export type { Node, Query, QueryCapture, QueryMatch, Tree };

/** The two grammars, loaded once. The only file that imports `web-tree-sitter`. */
export interface Engine {
  /** Parses; the caller owns the tree and must `delete()` it. */
  parse(language: Language, text: string): Tree;
  /** Compiles a query; throws `QueryError` with an index into `source` when it is not valid for the grammar. */
  query(language: Language, source: string): Query;
}

/** Loads runtime and grammars. Rejects only if the installation is broken. */
export async function createEngine(assets: Assets): Promise<Engine> {
  await Parser.init({ wasmBinary: await assets.read('web-tree-sitter.wasm') });
  const grammars: Partial<Record<Language, Promise<Grammar>>> = {};
  const load = (language: Language): Promise<Grammar> =>
    (grammars[language] ??= assets.read(`${language}.wasm`).then((bytes) => Grammar.load(bytes)));
  const loaded: Record<Language, Grammar> = { rust: await load('rust'), c: await load('c') };
  const parser = new Parser();
  return {
    parse(language, text) {
      parser.setLanguage(loaded[language]);
      const tree = parser.parse(text);
      if (!tree) throw new Error('the parser returned no tree although nothing cancels it');
      return tree;
    },
    query(language, source) {
      return new Query(loaded[language], source);
    },
  };
}
