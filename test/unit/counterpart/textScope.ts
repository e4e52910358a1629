import type { Image } from '../../../src/core/image/image.ts';
import { languageOf } from '../../../src/core/patch/language.ts';
import type { SourceScope } from '../../../src/core/counterpart/sources/createScope.ts';
import { createFileReader, type SourceFile } from '../../../src/core/counterpart/sources/fileReader.ts';
import { declares } from '../../../src/core/counterpart/sources/treeSources.ts';
import { createEngine } from '../../../src/core/syntax/engine.ts';
import { testAssets } from '../assets.ts';

export const engine = await createEngine(testAssets());
const read = createFileReader(engine);

/** A whole file as an image. */
export function wholeImage(text: string): Image {
  return { side: 'new', kind: 'whole', parts: [{ firstLine: 1, lines: text.split('\n'), section: '' }] };
}

export function readText(path: string, text: string): SourceFile {
  const language = languageOf(path);
  if (!language) throw new Error(`${path} is neither Rust nor C`);
  return read(path, language, wholeImage(text));
}

/** A scope of some texts by path, all of one patch. */
export function textScope(
  texts: Readonly<Record<string, string>>,
): SourceScope & { file(path: string): SourceFile } {
  const files = Object.entries(texts).map(([path, text]) => readText(path, text));
  const file = (path: string): SourceFile => {
    const found = files.find((each) => each.path === path);
    if (!found) throw new Error(`no text for ${path}`);
    return found;
  };
  return {
    file,
    find: (language, name) =>
      Promise.resolve(
        files
          .filter((each) => each.language === language)
          .flatMap(({ declarations }) => declarations)
          .filter((each) => declares(each, name))
          .map((declaration) => ({ declaration, foundIn: 'patch' as const })),
      ),
    imports: (path) => Promise.resolve(files.find((each) => each.path === path)?.rust?.imports ?? []),
    rust: (path) => Promise.resolve(files.find((each) => each.path === path)?.rust ?? null),
    before: () => Promise.resolve([]),
    patchFiles: () => Promise.resolve(files),
    tree: null,
  };
}
