import type { CheckedLinks } from './treeLinks.ts';

/** Asks for each address once, and looks for its anchor in the page. */
export async function checkWeb(addresses: Iterable<string>): Promise<CheckedLinks> {
  const pages = new Map<string, Promise<string | number>>();
  const dead: string[] = [];
  let checked = 0;
  for (const address of new Set(addresses)) {
    checked++;
    const [page = '', anchor] = address.split('#', 2);
    const asked = pages.get(page) ?? read(page);
    pages.set(page, asked);
    const found = await asked;
    if (typeof found === 'number') dead.push(`${address}: ${found === 0 ? 'no answer' : `status ${found}`}`);
    else if (anchor !== undefined && !hasAnchor(found, anchor)) dead.push(`${address}: no such anchor`);
  }
  return { checked, dead };
}

/** The page's text, or the status with which it is refused; 0 if nobody answers. */
async function read(page: string): Promise<string | number> {
  try {
    const response = await fetch(page, { signal: AbortSignal.timeout(20_000) });
    return response.ok ? await response.text() : response.status;
  } catch {
    return 0;
  }
}

function hasAnchor(text: string, anchor: string): boolean {
  return ['"', "'", ''].some((quote) =>
    ['id', 'name'].some((attribute) => text.includes(`${attribute}=${quote}${anchor}${quote}`)),
  );
}
