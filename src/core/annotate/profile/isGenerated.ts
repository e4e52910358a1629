import type { Profile } from '../../catalog/profile.ts';
import type { Image } from '../../image/image.ts';
import { pathPattern } from './pathPattern.ts';

/** Generators say so in the first lines of what they write. */
const BANNER =
  /automatically generated|@generated|do not edit|generated (by|with|from)\b.*\b(bindgen|cbindgen|gir|gdbus|script)/i;
const BANNER_LINES = 20;
/** Documentation may well speak of what is generated elsewhere. */
const COMMENT = /^\s*(\/\/(?![/!])|\/\*(?![*!])|\*|#|\/\/[/!].*\bthis file\b)/i;

/** True if the profile or the file's own banner says that a program wrote it. */
export function isGenerated(profile: Profile, path: string, image: Image): boolean {
  if (profile.generated.some((glob) => pathPattern(glob).test(path))) return true;
  const head = image.parts[0];
  if (head?.firstLine !== 1) return false;
  return head.lines.slice(0, BANNER_LINES).some((line) => COMMENT.test(line) && BANNER.test(line));
}
