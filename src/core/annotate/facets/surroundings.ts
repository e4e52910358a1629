import type { Visibility } from '../annotation.ts';
import type { Node } from '../../syntax/engine.ts';
import { MACRO_WRAPPER } from '../match/macroCode.ts';
import type { Match } from '../match/match.ts';
import { enclosing } from './enclosing.ts';
import type { FileFacts } from './fileFacts.ts';
import { visibilityOf } from './visibility.ts';

/** What stands around a place. */
export interface Surroundings {
  readonly functionName: string | null;
  readonly item: string | null;
  readonly trait: string | null;
  readonly visibility: Visibility;
  readonly inTest: boolean;
  readonly inMacro: boolean;
  readonly listLine: number | null;
}

/** Looks around a match in the tree of its file; a match without a node gets the one at its first character. */
export function surroundings(match: Match, { language, side, path }: FileFacts): Surroundings {
  const { line, column } = match;
  const macro = match.fragment?.macro;
  const fragment = macro?.fragment ?? match.fragment ?? side.fragments.find(shows(line));
  const position = fragment && { row: line - fragment.lineOffset, column: column - 1 };
  const node =
    macro?.node ?? match.node ?? (position ? fragment.tree.rootNode.descendantForPosition(position) : null);
  if (language === undefined || !fragment || !node)
    return {
      functionName: null,
      item: null,
      trait: null,
      visibility: 'private',
      inTest: false,
      inMacro: false,
      listLine: null,
    };
  const section = side.image.kind === 'hunks' ? (side.image.parts.find(holds(line))?.section ?? '') : '';
  const { owner, ...around } = enclosing(language, node, fragment, section);
  return {
    ...around,
    visibility: visibilityOf(language, itemInMacro(match) ?? owner, section, path),
    inMacro: around.inMacro || macro !== undefined,
  };
}

/** The item that a macro writes around a match, if there is one. */
function itemInMacro({ node, fragment }: Match): Node | null {
  if (!node || !fragment?.macro) return null;
  const { owner } = enclosing('rust', node, fragment, '');
  return owner?.childForFieldName('name')?.text === MACRO_WRAPPER ? null : owner;
}

function shows(line: number) {
  return (range: { readonly firstLine: number; readonly lastLine: number }): boolean =>
    range.firstLine <= line && line <= range.lastLine;
}

function holds(line: number) {
  return (part: { readonly firstLine: number; readonly lines: readonly string[] }): boolean =>
    part.firstLine <= line && line < part.firstLine + part.lines.length;
}
