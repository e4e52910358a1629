import type { LineTokens } from '../../base/tokens.ts';
import { codePointName, codeSegments } from '../text/codeSegments.ts';
import { words } from '../text/words.ts';

const NO_TOKENS: LineTokens = [];

/** A line of code as nodes: coloured where its tokens are known, with what was searched and what hides set apart. */
export function codeText(text: string, tokens: LineTokens | undefined, search: string): DocumentFragment {
  const nodes = document.createDocumentFragment();
  for (const segment of codeSegments(text, tokens ?? NO_TOKENS, search)) {
    let node: Node = document.createTextNode(segment.hidden ? codePointName(segment.text) : segment.text);
    if (segment.hidden)
      node = wrapped(node, 'span', 'hidden-character', words.hidden(codePointName(segment.text)));
    if (segment.token !== null) node = wrapped(node, 'span', `token-${segment.token}`);
    if (segment.hit) node = wrapped(node, 'mark', 'hit');
    nodes.append(node);
  }
  return nodes;
}

function wrapped(node: Node, tag: 'span' | 'mark', name: string, title = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  if (title !== '') element.title = title;
  element.append(node);
  return element;
}
