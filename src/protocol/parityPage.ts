/** A device in C beside its port to Rust, as plain data: what the page of twins draws. */
export interface ParityModel {
  /** What is compared, for the heading. */
  readonly title: string;
  /** Which text of the files this is: of the open folder, or as a patch makes them. */
  readonly state: string;
  readonly files: readonly ParityFile[];
  readonly summary: string;
  /** What breaks first. */
  readonly sections: readonly ParityPart[];
  /** What could not be read, or was not looked at. */
  readonly notes: readonly string[];
}

export interface ParityFile {
  readonly path: string;
  readonly language: 'c' | 'rust';
}

/** Rows under a heading. */
export interface ParityPart {
  readonly id: string;
  readonly title: string;
  /** It is spread out when the page opens. */
  readonly open: boolean;
  readonly rows: readonly ParityFact[];
}

/** One fact of a device on both sides; null for a side that says nothing of it. */
export interface ParityFact {
  readonly item: string;
  readonly verdict: 'same' | 'differs' | 'only-c' | 'only-rust' | 'not-resolvable';
  /** The verdict in words. */
  readonly says: string;
  readonly c: ParitySide | null;
  readonly rust: ParitySide | null;
}

/** What one side says, and where: `file` is an index into the files of the model, `line` is 1-based. */
export interface ParitySide {
  readonly text: string;
  readonly file: number;
  readonly line: number;
}

export type ToParityPage =
  | { readonly type: 'loading'; readonly title: string }
  | { readonly type: 'table'; readonly model: ParityModel; readonly source: readonly string[] }
  | { readonly type: 'failed'; readonly message: string };

export type FromParityPage =
  | { readonly type: 'ready' }
  /** Indices as in the model. */
  | { readonly type: 'openFile'; readonly file: number; readonly line: number }
  | { readonly type: 'reload' }
  | { readonly type: 'problem'; readonly message: string };

/** What the page remembers over a reload of the window: the files that it shows, as the host names them. */
export interface ParityViewState {
  readonly format: 1;
  /** Empty when what it shows goes with a review that is open. */
  readonly source: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads a message of the page. Undefined for anything that is not exactly one: the host drops it. */
export function decodeFromParityPage(value: unknown): FromParityPage | undefined {
  if (!isFields(value)) return undefined;
  const { type, file, line, message } = value;
  switch (type) {
    case 'ready':
    case 'reload':
      return { type };
    case 'openFile':
      return isCount(file) && isCount(line) && line > 0 ? { type, file, line } : undefined;
    case 'problem':
      return typeof message === 'string' ? { type, message } : undefined;
    default:
      return undefined;
  }
}

/** Reads a stored view state; undefined when it is not one of this format. */
export function decodeParityState(value: unknown): ParityViewState | undefined {
  if (!isFields(value) || value['format'] !== 1) return undefined;
  const { source } = value;
  if (!Array.isArray(source) || !source.every((each) => typeof each === 'string')) return undefined;
  return { format: 1, source };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
