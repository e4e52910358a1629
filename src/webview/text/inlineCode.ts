/** A piece of prose: plain, or between backticks. */
export interface ProsePiece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Cuts prose at its backticks; one without a partner stands for itself. */
export function inlineCode(prose: string): readonly ProsePiece[] {
  const parts = prose.split('`');
  const isBalanced = parts.length % 2 === 1;
  return parts
    .map((text, index) => {
      const isLone = !isBalanced && index === parts.length - 1;
      return { text: isLone ? `\`${text}` : text, isCode: index % 2 === 1 && !isLone };
    })
    .filter(({ text }) => text !== '');
}
