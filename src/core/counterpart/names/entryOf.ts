import type { Declaration } from '../declaration.ts';
import { bestOf } from '../pair/bestOf.ts';
import type { TreeSources } from '../sources/treeSources.ts';
import type { FileName } from './fileNames.ts';
import { isReachable } from './isReachable.ts';
import type { NameEntry, NamePlace } from './nameEntry.ts';

/** An entry of the dictionary with both places; null for an alias that is no name of the tree's C. */
export async function entryOf(name: FileName, tree: TreeSources, module: string): Promise<NameEntry | null> {
  const { c, via, declaration, member } = name;
  // A field's alias is one of a C field, which no declaration has by itself.
  const isField = member !== undefined && declaration.kind === 'record';
  const cPlace = isField ? null : await cPlaceOf(c, tree);
  if (!cPlace && !isField && (name.foundBy === 'alias' || name.foundBy === 'wraps-type')) return null;
  // Whoever calls a library's function is not what that library is in Rust, unless named after it.
  const foundBy = !cPlace && name.foundBy === 'only-call' ? 'calls' : name.foundBy;
  const place = placeOf(declaration);
  return {
    ...{ c, foundBy, via, cPlace },
    rust: [module, pathWithin(declaration), ...(member ? [member.name] : [])].join('::'),
    isPublic: isReachable(declaration),
    rustPlace: member ? { ...place, line: member.line, text: member.text } : place,
  };
}

/** Functions that only one C file sees are no part of the boundary. */
async function cPlaceOf(name: string, tree: TreeSources): Promise<NamePlace | null> {
  const found = (await tree.find('c', name)).filter(
    (each) =>
      !(each.kind === 'record' && each.partial) &&
      !(each.kind === 'function' && each.isStatic && each.path.endsWith('.c')) &&
      !(each.kind === 'variable' && each.role !== 'declaration'),
  );
  const [best] = bestOf(found.map((declaration) => ({ declaration, foundIn: 'tree' as const }))).best;
  return best ? placeOf(best.declaration) : null;
}

/** Path of an item within its module. */
function pathWithin(declaration: Declaration): string {
  const { name } = declaration;
  if (declaration.kind === 'macro')
    return declaration.params.length === 0 ? `${name}!` : `${name}!(${declaration.params.join(', ')})`;
  const owner = declaration.kind === 'function' ? (declaration.selfType ?? declaration.trait) : null;
  return owner === null ? name : `${owner}::${name}`;
}

/** Where a declaration itself stands, below its attributes. */
function placeOf({ path, line, text, language }: Declaration): NamePlace {
  if (language === 'c') return { path, line, text };
  const lines = text.split('\n');
  const from = Math.max(
    lines.findIndex((each) => !/^\s*(#\[|\/\/|$)/.test(each)),
    0,
  );
  return { path, line: line + from, text: lines.slice(from).join('\n') };
}
