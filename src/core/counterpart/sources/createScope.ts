import type { Language } from '../../patch/language.ts';
import type { Declaration } from '../declaration.ts';
import type { RustFile, RustImport } from '../rust/rustFile.ts';
import type { Found, FoundIn, Scope } from '../scope.ts';
import type { SourceFile } from './fileReader.ts';
import type { SeriesSources } from './seriesSources.ts';
import { declares, type TreeSources } from './treeSources.ts';

/** A scope that also gives whole files, for rules that look around a declaration. */
export interface SourceScope extends Scope {
  rust(path: string): Promise<RustFile | null>;
  /** Declarations as they were before the series. */
  before(language: Language, name: string): Promise<readonly Found[]>;
  /** Files of the patch at hand. */
  patchFiles(): Promise<readonly SourceFile[]>;
  readonly tree: TreeSources | null;
}

/** What is seen from one patch of a series (counted from 0): the patch, the rest of the series, the tree. */
export function createScope(series: SeriesSources, patch: number, tree: TreeSources | null): SourceScope {
  const others = Array.from({ length: series.patches }, (_, at) => at)
    .filter((at) => at !== patch)
    // The nearest earlier patch says best what a name means here; later ones come last.
    .sort((a, b) => Number(a > patch) - Number(b > patch) || (a < patch ? b - a : a - b));

  const inPatch = async (at: number, language: Language, name: string): Promise<readonly Declaration[]> => {
    const files = await series.patch(at);
    return files.flatMap((file) =>
      file.language === language ? file.declarations.filter((each) => declares(each, name)) : [],
    );
  };
  const find = async (language: Language, name: string): Promise<readonly Found[]> => {
    const partial: Found[] = [];
    const take = (declarations: readonly Declaration[], foundIn: FoundIn): readonly Found[] => {
      const all = declarations.map((declaration) => ({ declaration, foundIn }));
      const full = all.filter(({ declaration }) => !isPartial(declaration));
      if (full.length === 0) partial.push(...all);
      return full.length === 0 ? [] : all;
    };
    const here = take(await inPatch(patch, language, name), 'patch');
    if (here.length > 0) return here;
    for (const at of others) {
      const found = take(await inPatch(at, language, name), 'series');
      if (found.length > 0) return found;
    }
    const inTree = tree ? take(await tree.find(language, name), 'tree') : [];
    return inTree.length > 0 ? inTree : partial;
  };
  const rust = async (path: string): Promise<RustFile | null> => {
    for (const at of [patch, ...others]) {
      const file = (await series.patch(at)).find((each) => each.path === path);
      if (file?.rust) return file.rust;
    }
    return tree ? tree.rust(path) : null;
  };
  const names = new Map<string, Promise<readonly Found[]>>();
  return {
    find: (language, name) => {
      const key = `${language} ${name}`;
      const known = names.get(key) ?? find(language, name);
      names.set(key, known);
      return known;
    },
    imports: async (path): Promise<readonly RustImport[]> => (await rust(path))?.imports ?? [],
    rust,
    before: async (language, name) => {
      const files = await series.before();
      return files
        .filter((file) => file.language === language)
        .flatMap(({ declarations }) => declarations.filter((each) => declares(each, name)))
        .map((declaration) => ({ declaration, foundIn: 'series' as const }));
    },
    patchFiles: () => series.patch(patch),
    tree,
  };
}

/** A forward declaration or a `typedef struct X X` settles nothing while something fuller may stand elsewhere. */
function isPartial(declaration: Declaration): boolean {
  if (declaration.kind === 'record' || declaration.kind === 'enum') return declaration.partial;
  if (declaration.kind === 'alias' && declaration.language === 'c') {
    const { target, name } = declaration;
    return target.kind === 'name' && target.tag !== null && target.name === name;
  }
  return declaration.kind === 'invocation';
}
