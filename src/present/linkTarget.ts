/** What a link opens: a web page, or a file at a heading or a line (1-based). */
export type LinkTarget =
  | { readonly kind: 'web'; readonly url: string }
  | {
      /** `tree`: of the workspace; `series`: as the series under review makes it. */
      readonly kind: 'tree' | 'series';
      /** Relative to the workspace folder, forward slashes, never leading out of it. */
      readonly path: string;
      readonly heading: string | null;
      readonly line: number | null;
    };

/** The text under which a link travels to a surface and back. */
export function linkTargetText(target: LinkTarget): string {
  if (target.kind === 'web') return target.url;
  const { kind, path, heading, line } = target;
  const place = line !== null ? `#L${line}` : heading !== null ? `#${encodeURIComponent(heading)}` : '';
  return `${kind}:${path.split('/').map(encodeURIComponent).join('/')}${place}`;
}

/** Reads it back. Undefined for everything that is not opened: other schemes than https, paths that lead out. */
export function readLinkTarget(text: string): LinkTarget | undefined {
  const [, kind, encoded = '', place] = /^(tree|series):([^#]*)(?:#(.*))?$/.exec(text) ?? [];
  if (kind !== 'tree' && kind !== 'series') return isHttps(text) ? { kind: 'web', url: text } : undefined;
  try {
    const path = encoded.split('/').map(decodeURIComponent).join('/');
    if (!isTreePath(path)) return undefined;
    const line = /^L([1-9]\d{0,8})$/.exec(place ?? '')?.[1];
    if (line !== undefined) return { kind, path, heading: null, line: Number(line) };
    return { kind, path, heading: place === undefined ? null : decodeURIComponent(place), line: null };
  } catch {
    return undefined;
  }
}

/** True for a relative path with forward slashes that stays below where it starts. */
export function isTreePath(path: string): boolean {
  if (/[\\\p{Cc}]/u.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

function isHttps(text: string): boolean {
  try {
    return new URL(text).protocol === 'https:';
  } catch {
    return false;
  }
}
