/** Classes of syntax colour, coarse enough for every theme. */
export type TokenClass =
  | 'keyword'
  | 'type'
  | 'function'
  | 'string'
  | 'number'
  | 'comment'
  | 'constant'
  | 'macro'
  | 'attribute'
  | 'property';

/** One coloured run of a line: 0-based UTF-16 column, length, class. Runs are sorted and do not overlap. */
export type TokenRun = readonly [start: number, length: number, tokenClass: TokenClass];

/** The runs of one line. */
export type LineTokens = readonly TokenRun[];
