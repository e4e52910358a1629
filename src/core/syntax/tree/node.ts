/** A place in a parsed text. 0-based; columns in UTF-16 units. */
export interface Point {
  readonly row: number;
  readonly column: number;
}

/** The text that a tree was read from, and where its lines begin. */
export interface TreeText {
  readonly text: string;
  readonly lineStarts: readonly number[];
}

export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** What is known of a node when it is read. */
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
 * A node of a syntax tree, read out of the parser once: asking it costs nothing, and it outlives the parser's tree. Indices
 * are offsets into the parsed text, in UTF-16 units.
 */
export class Node {
  /** In order of the text, parents before children, from 0. */
  readonly id: number;
  readonly type: string;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly fieldName: string | null;
  readonly parent: Node | null;
  private readonly source: TreeText;
  private readonly row: number;
  /** Index among the children of its parent. */
  private readonly place: number;
  private own: Node[] | undefined;
  private named: readonly Node[] | undefined;
  private faulty = false;

  constructor(source: TreeText, id: number, facts: NodeFacts, parent: Node | null) {
    this.source = source;
    this.id = id;
    this.type = facts.type;
    this.isNamed = facts.isNamed;
    this.isMissing = facts.isMissing;
    this.startIndex = facts.startIndex;
    this.endIndex = facts.endIndex;
    this.row = facts.row;
    this.fieldName = facts.fieldName;
    this.parent = parent;
    this.place = parent?.adopt(this) ?? 0;
    if (this.isMissing || this.isError) Node.spoil(this);
  }

  get isError(): boolean {
    return this.type === 'ERROR';
  }

  /** It is an error or a missing token, or holds one. */
  get hasError(): boolean {
    return this.faulty;
  }

  get text(): string {
    return this.source.text.slice(this.startIndex, this.endIndex);
  }

  get startPosition(): Point {
    return { row: this.row, column: this.startIndex - (this.source.lineStarts[this.row] ?? 0) };
  }

  get endPosition(): Point {
    return positionOf(this.source, this.endIndex, this.row);
  }

  get children(): readonly Node[] {
    return this.own ?? NONE;
  }

  get namedChildren(): readonly Node[] {
    return (this.named ??= this.own?.filter(({ isNamed }) => isNamed) ?? NONE);
  }

  get childCount(): number {
    return this.children.length;
  }

  get firstChild(): Node | null {
    return this.children[0] ?? null;
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
    for (const child of this.children) if (child.fieldName === name) return child;
    return null;
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
    return this.place;
  }

  get previousSibling(): Node | null {
    return this.siblings[this.place - 1] ?? null;
  }

  get nextSibling(): Node | null {
    return this.siblings[this.place + 1] ?? null;
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
    return this.descendantForIndex((this.source.lineStarts[row] ?? this.endIndex) + column);
  }

  /** The types of the named nodes as nested brackets, for tests and messages. */
  toString(): string {
    return `(${[this.type, ...this.namedChildren.map(String)].join(' ')})`;
  }

  /** Takes a child; gives its index. */
  private adopt(child: Node): number {
    return (this.own ??= []).push(child) - 1;
  }

  private static spoil(node: Node): void {
    for (let at: Node | null = node; at && !at.faulty; at = at.parent) at.faulty = true;
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
function positionOf({ lineStarts }: TreeText, index: number, near: number): Point {
  let [from, to] = [near, near + 1];
  while ((lineStarts[to] ?? Infinity) <= index) [from, to] = [to, to + (to - near) + 1];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if ((lineStarts[middle] ?? Infinity) <= index) from = middle;
    else to = middle;
  }
  return { row: from, column: index - (lineStarts[from] ?? 0) };
}
