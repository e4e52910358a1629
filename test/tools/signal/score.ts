/** Sums over lines and comments for one way of marking lines. */
export interface Score {
  lines: number;
  nearLines: number;
  comments: number;
  nearComments: number;
}

export function newScore(): Score {
  return { lines: 0, nearLines: 0, comments: 0, nearComments: 0 };
}

/** `signal 2.41 recall 0.55 (52 of 94 comments; 412 of 1804 lines)`; signal is the share of comments by that of lines. */
export function scoreLine({ lines, nearLines, comments, nearComments }: Score): string {
  const recall = nearComments / comments;
  const share = nearLines / lines;
  const shown = (value: number): string => (Number.isFinite(value) ? value.toFixed(2) : '-');
  return `signal ${shown(recall / share)} recall ${shown(recall)} (${nearComments} of ${comments} comments; ${nearLines} of ${lines} changed lines, ${shown(share)})`;
}
