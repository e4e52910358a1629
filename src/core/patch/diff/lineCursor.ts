/**
 * Walks over the lines of a text by offsets. A line becomes a string only when it is asked for, so that walking costs
 * little more than finding the line ends.
 */
export class LineCursor {
  /** Offset of the current line's first character; the text's length behind the last line. */
  offset = 0;
  /** 1-based number of the current line. */
  line = 1;

  constructor(readonly text: string) {}

  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** The current line, or the one `ahead` lines below it, without its line end (LF or CRLF); empty behind the end. */
  peek(ahead = 0): string {
    let from = this.offset;
    for (let i = 0; i < ahead; i++) from = lineAfter(this.text, from);
    const next = this.text.indexOf('\n', from);
    const end = next < 0 ? this.text.length : next;
    return this.text.slice(from, end > from && this.text.charCodeAt(end - 1) === CR ? end - 1 : end);
  }

  startsWith(prefix: string): boolean {
    return this.text.startsWith(prefix, this.offset);
  }

  next(): void {
    this.offset = lineAfter(this.text, this.offset);
    this.line++;
  }
}

const CR = 13;

/** Offset of the line below the one that `offset` is in; the text's length if there is none. */
function lineAfter(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
