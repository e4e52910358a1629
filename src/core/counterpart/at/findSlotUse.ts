import { languageOf } from '../../patch/language.ts';
import { notFound, type Counterpart, type Finding } from '../counterpart.ts';
import type { VariableDeclaration } from '../declaration.ts';
import { receiverPlace } from '../pair/receiverType.ts';
import { twinScore } from '../pair/twinPaths.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceScope } from '../sources/createScope.ts';

/** Places that are listed. */
const MAX_PLACES = 20;

/**
 * Where Rust fills a slot of a C struct: in a literal, by an assignment, or by a method of its builder. Those that belong to
 * `path` come first.
 */
export async function findSlotUse(
  struct: string,
  slot: string,
  path: string,
  scope: SourceScope,
): Promise<Finding> {
  const counterparts: Counterpart[] = [];
  for (const file of await filesWith([struct, slot], scope)) {
    const lines = [
      ...file.literals
        .filter(({ type }) => type === struct)
        .flatMap(({ slots }) => slots.filter(({ name }) => isSlot(name, slot)).map(({ line }) => line)),
      ...(await assigned(struct, slot, file, scope)),
      ...built(struct, slot, file),
    ];
    for (const line of new Set(lines)) counterparts.push(placeOf(file, line, `${struct}.${slot}`));
  }
  if (counterparts.length === 0) return notFound(`${struct}.${slot}`);
  counterparts.sort((a, b) => twinScore(b.path, path) - twinScore(a.path, path));
  const shown = counterparts.slice(0, MAX_PLACES);
  return { sought: `${struct}.${slot}`, status: 'found', counterparts: shown, disagreements: [] };
}

/** Rust files that hold all these words. */
async function filesWith(words: readonly string[], scope: SourceScope): Promise<readonly RustFile[]> {
  const { tree } = scope;
  const own = (await scope.patchFiles()).flatMap(({ rust }) => rust ?? []);
  if (!tree) return own;
  const patterns = words.map((word) => new RegExp(`\\b${word}_?\\b`));
  const found = [...own];
  for (const path of await tree.paths()) {
    if (languageOf(path) !== 'rust' || own.some((file) => file.path === path)) continue;
    const text = await tree.text(path);
    const file = text !== null && patterns.every((word) => word.test(text)) ? await tree.rust(path) : null;
    if (file) found.push(file);
  }
  return found;
}

async function assigned(
  struct: string,
  slot: string,
  file: RustFile,
  scope: SourceScope,
): Promise<readonly number[]> {
  const lines: number[] = [];
  for (const each of file.slots) {
    if (!isSlot(each.name, slot)) continue;
    const place = await receiverPlace(each.receiver, each, file, scope);
    if (place?.structName === struct && place.way.length === 0) lines.push(each.line);
  }
  return lines;
}

/** Lines such as `.read(&Fan::read)` in a table whose type is called after the struct. */
function built(struct: string, slot: string, file: RustFile): readonly number[] {
  const tables = file.declarations.filter(
    (each): each is VariableDeclaration =>
      each.kind === 'variable' && each.type.kind === 'name' && each.type.name === struct,
  );
  return tables.flatMap(({ line, endLine }) =>
    [...file.lines.keys()].filter(
      (at) =>
        line <= at && at <= endLine && new RegExp(`\\.\\s*${slot}\\s*\\(`).test(file.lines.get(at) ?? ''),
    ),
  );
}

function isSlot(name: string, slot: string): boolean {
  const plain = name.replace(/^r#/, '');
  return plain === slot || plain === `${slot}_`;
}

function placeOf({ path, lines }: RustFile, line: number, symbol: string): Counterpart {
  return {
    language: 'rust',
    path,
    line,
    endLine: line,
    text: (lines.get(line) ?? '').trim(),
    doc: null,
    symbol,
    rule: 'same-slot',
    foundIn: 'tree',
    confidence: 'certain',
  };
}
