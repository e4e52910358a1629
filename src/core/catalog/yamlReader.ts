import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { PatternFaults } from './patternFaults.ts';

/** A node of the document; null where a key has no value, undefined where the key is missing. */
export type YamlNode = Node | null | undefined;

/**
 * Strict reading of a YAML document. Whatever is not as asked becomes a fault with its line, and a stand-in value is
 * returned.
 */
export interface YamlReader {
  readonly root: YamlNode;
  lineOf(node: YamlNode): number;
  /** Keys and values of a map; keys that are not in `known` are faults. */
  map(node: YamlNode, known: readonly string[]): ReadonlyMap<string, YamlNode>;
  /** Text that is not empty. */
  text(node: YamlNode, name: string): string;
  /** A missing list is empty. */
  list(node: YamlNode, name: string): readonly YamlNode[];
  choice<const T extends string>(node: YamlNode, name: string, of: readonly [T, ...T[]]): T;
  /** A missing flag is false. */
  flag(node: YamlNode, name: string): boolean;
}

/** `firstLine` is the 1-based line of the file on which `source` begins. */
export function yamlReader(source: string, firstLine: number, faults: PatternFaults): YamlReader {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter });
  const lineAt = (offset: number): number => firstLine - 1 + lineCounter.linePos(offset).line;
  const lineOf = (node: YamlNode): number => (node?.range ? lineAt(node.range[0]) : firstLine);
  for (const { message, pos } of [...document.errors, ...document.warnings])
    faults.add(lineAt(pos[0]), message.split('\n')[0] ?? message);

  const text = (node: YamlNode, name: string): string => {
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '') return node.value;
    faults.add(
      lineOf(node),
      node === undefined ? `The key "${name}" is missing.` : `"${name}" must be text.`,
    );
    return '';
  };
  return {
    root: document.contents,
    lineOf,
    text,
    map(node, known) {
      const found = new Map<string, YamlNode>();
      if (!isMap<Node, Node | null>(node)) {
        faults.add(lineOf(node), 'Expected keys and values.');
        return found;
      }
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        if (known.includes(name)) found.set(name, value);
        else faults.add(lineOf(key), `The key "${name}" is unknown; known are ${known.join(', ')}.`);
      }
      return found;
    },
    list(node, name) {
      if (isSeq<Node>(node)) return node.items;
      if (node !== undefined) faults.add(lineOf(node), `"${name}" must be a list.`);
      return [];
    },
    choice(node, name, of) {
      const value = text(node, name);
      const chosen = of.find((candidate) => candidate === value);
      if (chosen === undefined && value !== '')
        faults.add(lineOf(node), `"${name}" must be one of ${of.join(', ')}, not "${value}".`);
      return chosen ?? of[0];
    },
    flag(node, name) {
      if (isScalar(node) && typeof node.value === 'boolean') return node.value;
      if (node !== undefined) faults.add(lineOf(node), `"${name}" must be true or false.`);
      return false;
    },
  };
}
