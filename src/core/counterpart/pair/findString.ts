import { languageOf, type Language } from '../../patch/language.ts';
import { counterpartOf, notFound, type Counterpart, type Finding } from '../counterpart.ts';
import type { Declaration } from '../declaration.ts';
import type { FoundIn } from '../scope.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { twinScore } from './twinPaths.ts';

/**
 * Where the other language says the same string: a device's, stream's or property's name. Common names (`chardev`) stand in
 * many files: the one whose path belongs to `path` is meant, and without such a one the answer is ambiguous. `kind` tells a
 * stream's name from the same string as a type's.
 */
export async function findString(
  text: string,
  other: Language,
  path: string,
  scope: SourceScope,
  kind: keyof typeof KINDS | null = null,
): Promise<Finding> {
  const all = [...(await inPatch(text, other, scope)), ...(await inTree(text, other, scope))];
  const ofKind = kind === null ? all : all.filter((each) => KINDS[kind].test(each.text));
  const found = ofKind.length > 0 ? ofKind : all;
  if (found.length === 0) return notFound(text);
  const score = ({ path: at }: Counterpart): number =>
    other === 'c' ? twinScore(path, at) : twinScore(at, path);
  const best = Math.max(...found.map(score));
  const top = found.filter((each) => score(each) === best);
  const distinct = new Set(top.map((each) => each.path));
  const status = distinct.size > 1 && (best === 0 || found.length > 1) ? 'ambiguous' : 'found';
  return { sought: text, status, counterparts: top.slice(0, 6), disagreements: [] };
}

/** How the declaration reads in which such a string stands. */
const KINDS = {
  stream: /VMStateDescription/,
  property: /\bProperty\b|DEFINE_PROP|#\s*define/,
} as const;

async function inPatch(
  text: string,
  language: Language,
  scope: SourceScope,
): Promise<readonly Counterpart[]> {
  const quoted = `"${text}"`;
  return (await scope.patchFiles())
    .filter((file) => file.language === language)
    .flatMap(({ declarations }) => declarations)
    .filter((each) => mentions(each, quoted))
    .map((each) => stringCounterpart(each, text, 'patch'));
}

function mentions(declaration: Declaration, quoted: string): boolean {
  switch (declaration.kind) {
    case 'variable':
      return declaration.value?.includes(quoted) ?? false;
    case 'constant':
      return declaration.value.includes(quoted);
    case 'record':
      return declaration.language === 'rust' && declaration.text.includes(quoted);
    default:
      return false;
  }
}

async function inTree(text: string, language: Language, scope: SourceScope): Promise<readonly Counterpart[]> {
  const { tree } = scope;
  if (!tree) return [];
  const counterparts: Counterpart[] = [];
  for (const { path, line } of (await tree.places(text, language === 'c' ? 'q' : 'Q')).slice(0, 60)) {
    if (languageOf(path) !== language) continue;
    const [declaration] = await tree.declarationsAt(path, [line]);
    if (declaration) counterparts.push({ ...stringCounterpart(declaration, text, 'tree'), focus: line });
  }
  return counterparts;
}

function stringCounterpart(declaration: Declaration, text: string, foundIn: FoundIn): Counterpart {
  return counterpartOf(declaration, { rule: 'same-string', foundIn, confidence: 'certain' }, text);
}
