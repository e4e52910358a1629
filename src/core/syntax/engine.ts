import { Language as Grammar, Parser, Query } from 'web-tree-sitter';
import type { Node, QueryCapture, QueryMatch, Tree, TreeCursor } from 'web-tree-sitter';
import type { Language } from '../patch/language.ts';
import type { Assets } from '../ports.ts';
import { createParserRuntime, type ParserRuntime } from './parserRuntime.ts';

export type { Node, Query, QueryCapture, QueryMatch, Tree, TreeCursor };

/** The two grammars, each compiled when first needed. The only file that imports `web-tree-sitter`. */
export interface Engine {
  /**
   * Parses; the caller owns the tree and must `delete()` it. Where the parser gives up (a text beyond its memory or its
   * stack) the tree is an error that covers nothing, and what the parser held is lost. Brackets thousands of levels deep
   * do that and cost far more than linear time: see `nestsTooDeep`.
   */
  parse(language: Language, text: string): Tree;
  /** Compiles a query; throws `QueryError` with an index into `source` when it is not valid for the grammar. */
  query(language: Language, source: string): Query;
}

/** No token of either language, so the tree is an error. */
const UNREADABLE = '\u0001';

/** Loads runtime and grammars. Rejects only if the installation is broken. */
export async function createEngine(assets: Assets): Promise<Engine> {
  const [runtime, rust, c] = await Promise.all([
    startRuntime(assets),
    assets.read('rust.wasm'),
    assets.read('c.wasm'),
  ]);
  const sources: Record<Language, Uint8Array> = { rust, c };
  const grammars: Partial<Record<Language, Grammar>> = {};
  const grammar = (language: Language): Grammar =>
    (grammars[language] ??= Grammar.loadSync(compile(sources[language])));
  let parser = new Parser();
  const parse = (language: Language, text: string): Tree => {
    parser.setLanguage(grammar(language));
    const tree = parser.parse(text);
    if (!tree) throw new Error('the parser returned no tree although nothing cancels it');
    return tree;
  };
  return {
    parse(language, text) {
      const loaded = grammar(language);
      try {
        return parse(language, text);
      } catch {
        runtime.resetStack();
        parser = new Parser().setLanguage(loaded);
        return parse(language, UNREADABLE);
      }
    },
    query: (language, source) => new Query(grammar(language), source),
  };
}

/** The runtime is one per process: a second engine shares it. */
let started: Promise<ParserRuntime> | undefined;

async function startRuntime(assets: Assets): Promise<ParserRuntime> {
  started ??= startNewRuntime(assets);
  try {
    return await started;
  } catch (error) {
    started = undefined;
    throw error;
  }
}

async function startNewRuntime(assets: Assets): Promise<ParserRuntime> {
  const runtime = createParserRuntime(compile(await assets.read('web-tree-sitter.wasm')));
  await Parser.init(runtime.options);
  runtime.resetStack();
  return runtime;
}

function compile(wasm: Uint8Array): WebAssembly.Module {
  return new WebAssembly.Module(new Uint8Array(wasm));
}
