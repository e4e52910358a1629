/** A place in a parsed text. 0-based; columns in UTF-16 units. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** What the nodes of a tree share. */
export interface TreeData {
  /** The text that was parsed, and where its lines begin. */
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** In order of the text, parents before children. */
  readonly nodes: Node[];
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** What the parser says of a node. */
export interface NodeFacts {
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** Row of the start. */
  readonly row: number;
  /** The field of its parent that it is, if any. */
  readonly fieldName: string | null;
}

const NONE: readonly Node[] = [];

/**
 * A node of a syntax tree, read out of the parser once: asking it costs next to nothing, and it outlives the parser's tree.
 * Indices are offsets into the parsed text, in UTF-16 units.
 */
export class Node {
  /** Index among all nodes of the tree. */
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  /** The field of its parent that it is, if any. */
  readonly fieldName: string | null;
  readonly parent: Node | null;
  private readonly tree: TreeData;
  private readonly row: number;
  /** Id after that of its last descendant. */
  private after: number;
  private faulty: boolean;
  private all: readonly Node[] | undefined;
  private named: readonly Node[] | undefined;
  private ownText: string | undefined;

  /** Adds itself to the tree's nodes; when all are there, `complete` has to be called. */
  constructor(tree: TreeData, parent: Node | null, facts: NodeFacts) {
    this.tree = tree;
    this.parent = parent;
    this.type = facts.type;
    this.fieldName = facts.fieldName;
    this.isNamed = facts.isNamed;
    this.isMissing = facts.isMissing;
    this.startIndex = facts.startIndex;
    this.endIndex = facts.endIndex;
    this.row = facts.row;
    this.id = tree.nodes.length;
    this.after = this.id + 1;
    this.faulty = this.isMissing || this.isError;
    this.all = undefined;
    this.named = undefined;
    this.ownText = undefined;
    tree.nodes.push(this);
  }

  /** Tells nodes about their descendants. */
  static complete({ nodes }: TreeData): void {
    for (let at = nodes.length - 1; at > 0; at--) {
      const node = nodes[at];
      if (!node?.parent) continue;
      node.parent.after = Math.max(node.parent.after, node.after);
      node.parent.faulty ||= node.faulty;
    }
  }

  get isError(): boolean {
    return this.type === 'ERROR';
  }

  /** It is an error or a missing token, or holds one. */
  get hasError(): boolean {
    return this.faulty;
  }

  get text(): string {
    return (this.ownText ??= this.tree.text.slice(this.startIndex, this.endIndex));
  }

  get startPosition(): Point {
    return { row: this.row, column: this.startIndex - (this.tree.lineStarts[this.row] ?? 0) };
  }

  get endPosition(): Point {
    return positionOf(this.tree, this.endIndex, this.row);
  }

  get children(): readonly Node[] {
    return (this.all ??= this.readChildren());
  }

  get namedChildren(): readonly Node[] {
    return (this.named ??= this.children.filter(({ isNamed }) => isNamed));
  }

  get childCount(): number {
    return this.children.length;
  }

  get firstChild(): Node | null {
    return this.after > this.id + 1 ? (this.tree.nodes[this.id + 1] ?? null) : null;
  }

  get lastChild(): Node | null {
    return this.children.at(-1) ?? null;
  }

  get firstNamedChild(): Node | null {
    return this.namedChildren[0] ?? null;
  }

  get lastNamedChild(): Node | null {
    return this.namedChildren.at(-1) ?? null;
  }

  child(index: number): Node | null {
    return this.children[index] ?? null;
  }

  namedChild(index: number): Node | null {
    return this.namedChildren[index] ?? null;
  }

  /** The first child that is this field. */
  childForFieldName(name: string): Node | null {
    let child = this.firstChild;
    while (child && child.fieldName !== name) child = child.nextSibling;
    return child;
  }

  childrenForFieldName(name: string): readonly Node[] {
    return this.children.filter(({ fieldName }) => fieldName === name);
  }

  /** The parent's children, itself among them; the root is alone. */
  get siblings(): readonly Node[] {
    return this.parent?.children ?? [this];
  }

  /** Index among `siblings`. */
  get siblingIndex(): number {
    return this.siblings.indexOf(this);
  }

  get previousSibling(): Node | null {
    return this.siblings[this.siblingIndex - 1] ?? null;
  }

  get nextSibling(): Node | null {
    const next = this.tree.nodes[this.after];
    return next?.parent === this.parent ? next : null;
  }

  get previousNamedSibling(): Node | null {
    let at = this.previousSibling;
    while (at && !at.isNamed) at = at.previousSibling;
    return at;
  }

  get nextNamedSibling(): Node | null {
    let at = this.nextSibling;
    while (at && !at.isNamed) at = at.nextSibling;
    return at;
  }

  /** The innermost node that holds the character at an index; itself if no child does. */
  descendantForIndex(index: number): Node {
    const inner = childAt(this.children, index);
    return inner ? innermost(inner, index) : this;
  }

  descendantForPosition({ row, column }: Point): Node {
    return this.descendantForIndex((this.tree.lineStarts[row] ?? this.endIndex) + column);
  }

  /** The types of the named nodes as nested brackets, for tests and messages. */
  toString(): string {
    return `(${[this.type, ...this.namedChildren.map(String)].join(' ')})`;
  }

  private readChildren(): readonly Node[] {
    const first = this.firstChild;
    if (!first) return NONE;
    const children: Node[] = [];
    for (let child: Node | null = first; child; child = child.nextSibling) children.push(child);
    return children;
  }
}

function innermost(node: Node, index: number): Node {
  let [found, inner] = [node, childAt(node.children, index)];
  while (inner) [found, inner] = [inner, childAt(inner.children, index)];
  return found;
}

/** The child that holds the character at an index. Children stand in order; those without a character hold none. */
function childAt(children: readonly Node[], index: number): Node | undefined {
  let [from, to] = [0, children.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((children[middle]?.endIndex ?? Infinity) <= index) from = middle + 1;
    else to = middle;
  }
  const found = children[from];
  return found && found.startIndex <= index ? found : undefined;
}

/** Place of an index on the row `near` or a later one. */
function positionOf({ lineStarts }: TreeData, index: number, near: number): Point {
  let [from, to] = [near, near + 1];
  while ((lineStarts[to] ?? Infinity) <= index) [from, to] = [to, to + (to - near) + 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((lineStarts[middle] ?? Infinity) <= index) from = middle;
    else to = middle;
  }
  return { row: from, column: index - (lineStarts[from] ?? 0) };
}
