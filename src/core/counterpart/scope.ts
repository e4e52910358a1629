import type { Language } from '../patch/language.ts';
import type { Declaration } from './declaration.ts';
import type { RustImport } from './rust/rustFile.ts';

/** Where something was found: the patch being read, another patch of the series, the project's tree. */
export type FoundIn = 'patch' | 'series' | 'tree';

/** A declaration and where it was found. */
export interface Found<D extends Declaration = Declaration> {
  readonly declaration: D;
  readonly foundIn: FoundIn;
}

/** Looks declarations up by name: in the patch, then the series, then the tree. The first of these that has any answers. */
export interface Scope {
  find(language: Language, name: string): Promise<readonly Found[]>;
  /** What a Rust file imports; empty when the file is not known. */
  imports(path: string): Promise<readonly RustImport[]>;
}
