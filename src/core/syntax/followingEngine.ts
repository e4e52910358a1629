import type { Language } from '../patch/language.ts';
import type { Engine, Tree } from './engine.ts';

/** An engine for texts that are parsed again and again while they are typed. */
export interface FollowingEngine extends Engine {
  /** Frees what it keeps. */
  close(): void;
}

interface Kept {
  readonly language: Language;
  readonly text: string;
  readonly tree: Tree;
}

/** Both sides of a file. */
const MAX_KEPT = 2;
/** Below this a text is parsed before one could tell what has changed in it. */
const MIN_LENGTH = 2_000;

/** Keeps the trees of the last long texts, and parses of the next one only what differs. */
export function followingEngine(engine: Engine): FollowingEngine {
  let kept: readonly Kept[] = [];
  const keep = (next: Kept, instead: Kept | undefined): void => {
    const all = [next, ...kept.filter((one) => one !== instead)];
    for (const { tree } of [...all.slice(MAX_KEPT), ...(instead ? [instead] : [])]) tree.delete();
    kept = all.slice(0, MAX_KEPT);
  };
  return {
    parse: (language, text) => {
      if (text.length < MIN_LENGTH) return engine.parse(language, text);
      const near = kept.find((one) => one.language === language && isNear(one.text, text));
      const tree = (near && reparsed(near, text)) ?? engine.parse(language, text);
      keep({ language, text, tree: tree.copy() }, near);
      return tree;
    },
    query: (language, source) => engine.query(language, source),
    close: () => {
      for (const { tree } of kept) tree.delete();
      kept = [];
    },
  };
}

/** How the grammar of C gets over an error depends on the way to it: then only a parse of the whole text counts. */
function reparsed({ language, tree }: Kept, text: string): Tree | undefined {
  const next = tree.reparse(text);
  if (language !== 'c' || !next.hasError) return next;
  next.delete();
  return undefined;
}

/** Texts of one file begin or end alike. */
function isNear(a: string, b: string): boolean {
  const part = Math.floor(Math.min(a.length, b.length) / 4);
  return a.startsWith(b.slice(0, part)) || a.endsWith(b.slice(-part));
}
