import type { Node } from '../../syntax/engine.ts';
import type { Fragment } from '../../syntax/fragment.ts';
import type { LineRange } from '../lineRange.ts';

/** A node with what is asked of it again and again; each question to the tree costs. */
export interface Place {
  readonly node: Node;
  readonly type: string;
  readonly named: boolean;
}

/** Reads a fragment's tree, everything once. */
export interface NodeIndex {
  /** All lines that the fragment shows. */
  readonly whole: LineRange;
  /** Nodes of some types that touch some lines, in order of their beginning. The same `range` object is read once per type. */
  readonly nodes: (types: readonly string[], range: LineRange) => readonly Node[];
  readonly children: (node: Node) => readonly Place[];
  /** The children that have a field; cheaper than all children. */
  readonly fieldChildren: (node: Node, field: string) => readonly Place[];
  /** The node's siblings, itself included. */
  readonly siblings: (node: Node) => readonly Place[];
}

const known = new WeakMap<Fragment, NodeIndex>();

/**
 * How often each type was asked for, of so many ranges of lines. Each walk of the tree costs much, and what is asked for
 * often will be asked for next: it is read with the first walk.
 */
const asked = { types: new Map<string, number>(), ranges: 0 };
const OFTEN = 0.2;

function oftenAsked(): readonly string[] {
  return [...asked.types].filter(([, times]) => times > asked.ranges * OFTEN).map(([type]) => type);
}

/** The index of a fragment; valid as long as its tree. */
export function nodeIndex(fragment: Fragment): NodeIndex {
  const index = known.get(fragment) ?? createIndex(fragment);
  known.set(fragment, index);
  return index;
}

export function placeOf(node: Node): Place {
  return { node, type: node.type, named: node.isNamed };
}

function createIndex(fragment: Fragment): NodeIndex {
  const byType = new WeakMap<LineRange, Map<string, Node[]>>();
  const children = new Map<number, readonly Place[]>();
  const fields = new Map<number, Map<string, readonly Place[]>>();
  const childrenOf = (node: Node): readonly Place[] => {
    const places = children.get(node.id) ?? node.children.map(placeOf);
    children.set(node.id, places);
    return places;
  };
  return {
    whole: { first: fragment.firstLine, last: fragment.lastLine },
    nodes(types, range) {
      let read = byType.get(range);
      const wanted = new Set<string>();
      if (!read) {
        read = new Map<string, Node[]>();
        byType.set(range, read);
        asked.ranges++;
        for (const type of oftenAsked()) wanted.add(type);
      }
      const found: Node[] = [];
      for (const type of types) {
        asked.types.set(type, (asked.types.get(type) ?? 0) + 1);
        if (!read.has(type)) wanted.add(type);
      }
      if (types.some((type) => wanted.has(type))) readTypes(fragment, [...wanted], range, read);
      for (const type of types) found.push(...(read.get(type) ?? []));
      return types.length === 1 ? found : found.sort((a, b) => a.startIndex - b.startIndex);
    },
    children: childrenOf,
    fieldChildren(node, field) {
      const ofNode = fields.get(node.id) ?? new Map<string, readonly Place[]>();
      fields.set(node.id, ofNode);
      const places = ofNode.get(field) ?? node.childrenForFieldName(field).map(placeOf);
      ofNode.set(field, places);
      return places;
    },
    siblings: (node) => (node.parent ? childrenOf(node.parent) : [placeOf(node)]),
  };
}

function readTypes(
  fragment: Fragment,
  types: readonly string[],
  range: LineRange,
  into: Map<string, Node[]>,
): void {
  for (const type of types) into.set(type, []);
  const from = Math.max(range.first, fragment.firstLine) - fragment.lineOffset;
  const to = Math.min(range.last, fragment.lastLine) - fragment.lineOffset;
  if (from > to || types.length === 0) return;
  const [start, end] = [
    { row: from, column: 0 },
    { row: to + 1, column: 0 },
  ];
  for (const node of fragment.tree.rootNode.descendantsOfType([...types], start, end))
    into.get(node.type)?.push(node);
}
