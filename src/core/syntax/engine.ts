import {
  Edit,
  Language as Grammar,
  Parser,
  Query,
  type QueryCapture,
  type QueryMatch,
} from 'web-tree-sitter';
import type { Tree as ParserTree } from 'web-tree-sitter';
import type { Language } from '../patch/language.ts';
import type { Assets } from '../ports.ts';
import { editBetween } from './editBetween.ts';
import { createParserRuntime, type ParserRuntime } from './parserRuntime.ts';
import type { Node, TreeData } from './tree/node.ts';
import { type GrammarNames, readTree } from './tree/readTree.ts';

export type { Node, Query, QueryCapture, QueryMatch };

/** A parsed text. Whoever parsed calls `delete()`; nodes that were read before stay as they are. */
export interface Tree {
  /** Reads the whole tree when first asked. */
  readonly rootNode: Node;
  /** It holds an error or a missing token; told without reading it. */
  readonly hasError: boolean;
  /** All nodes in order of the text, parents before children; the root is the first. */
  readonly nodes: readonly Node[];
  nodesOfType(type: string): readonly Node[];
  /** Index at which a row begins; the end of the text for rows beyond. */
  lineStart(row: number): number;
  /** What a compiled query finds. The nodes in it are the parser's own, and end with the tree. */
  captures(query: Query): QueryCapture[];
  matches(query: Query): QueryMatch[];
  /** Parses a text that differs from this one's in one stretch; the rest is taken over. The caller owns the new tree. */
  reparse(text: string): Tree;
  /** The same tree, to be deleted by itself. */
  copy(): Tree;
  delete(): void;
}

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
  const names: Partial<Record<Language, GrammarNames>> = {};
  const grammar = (language: Language): Grammar =>
    (grammars[language] ??= Grammar.loadSync(compile(sources[language])));
  let parser = new Parser();
  const parseNow = (language: Language, text: string, edited?: ParserTree): Tree => {
    parser.setLanguage(grammar(language));
    const tree = parser.parse(text, edited);
    if (!tree) throw new Error('the parser returned no tree although nothing cancels it');
    names[language] ??= namesOf(grammar(language));
    return treeOf(tree, names[language], text, runtime, (next, changed) => parse(language, next, changed));
  };
  const parse = (language: Language, text: string, edited?: ParserTree): Tree => {
    const loaded = grammar(language);
    try {
      return parseNow(language, text, edited);
    } catch {
      runtime.resetStack();
      parser = new Parser().setLanguage(loaded);
      return parseNow(language, UNREADABLE);
    }
  };
  return {
    parse: (language, text) => parse(language, text),
    query: (language, source) => new Query(grammar(language), source),
  };
}

/** Parses a text of which an earlier tree, already told of the edit, may be used. */
type Reparse = (text: string, edited: ParserTree) => Tree;

function treeOf(
  tree: ParserTree,
  names: GrammarNames,
  text: string,
  runtime: ParserRuntime,
  reparse: Reparse,
): Tree {
  let data: TreeData | undefined;
  let byType: Map<string, Node[]> | undefined;
  const read = (): TreeData => (data ??= readTree(runtime.walk(), addressOf(tree), names, text));
  return {
    get rootNode() {
      const [root] = read().nodes;
      if (!root) throw new Error('a tree has at least its root');
      return root;
    },
    get nodes() {
      return read().nodes;
    },
    hasError: tree.rootNode.hasError,
    nodesOfType(type) {
      byType ??= sortedByType(read().nodes);
      return byType.get(type) ?? [];
    },
    lineStart: (row) => read().lineStarts[row] ?? text.length,
    captures: (query) => query.captures(tree.rootNode),
    matches: (query) => query.matches(tree.rootNode),
    reparse: (next) => {
      const edited = tree.copy();
      edited.edit(new Edit(editBetween(text, next)));
      try {
        return reparse(next, edited);
      } finally {
        edited.delete();
      }
    },
    copy: () => treeOf(tree.copy(), names, text, runtime, reparse),
    delete: () => {
      tree.delete();
      data = undefined;
      byType = undefined;
    },
  };
}

/** Where the runtime keeps a tree; `web-tree-sitter` notes it so, but does not tell its type. */
function addressOf(tree: ParserTree): number {
  const address: unknown = Reflect.get(tree, 0);
  if (typeof address !== 'number') throw new Error('the parser does not tell where its tree is');
  return address;
}

function namesOf(grammar: Grammar): GrammarNames {
  return {
    types: grammar.types,
    isNamed: grammar.types.map((_, id) => grammar.nodeTypeIsNamed(id)),
    fields: grammar.fields,
  };
}

function sortedByType(nodes: readonly Node[]): Map<string, Node[]> {
  const byType = new Map<string, Node[]>();
  for (const node of nodes) {
    const same = byType.get(node.type);
    if (same) same.push(node);
    else byType.set(node.type, [node]);
  }
  return byType;
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
