import type { Image } from '../../image/image.ts';
import type { Language } from '../../patch/language.ts';
import type { Engine } from '../../syntax/engine.ts';
import { parseImage } from '../../syntax/parseImage.ts';
import { readCImage } from '../c/readCImage.ts';
import type { Declaration } from '../declaration.ts';
import { readRust } from '../rust/readRust.ts';
import type { RustFile } from '../rust/rustFile.ts';

/** What a file, or the shown parts of it, declares. */
export interface SourceFile {
  readonly path: string;
  readonly language: Language;
  readonly declarations: readonly Declaration[];
  /** Null for C. */
  readonly rust: RustFile | null;
}

/** Reads images of either language; trees are freed before it returns. */
export type FileReader = (path: string, language: Language, image: Image) => SourceFile;

export function createFileReader(engine: Engine): FileReader {
  return (path, language, image) => {
    if (language === 'c') return { path, language, declarations: readCImage(path, image), rust: null };
    const fragments = parseImage(engine, language, image);
    try {
      const rust = readRust(path, fragments);
      return { path, language, declarations: rust.declarations, rust };
    } finally {
      for (const fragment of fragments) fragment.delete();
    }
  };
}
