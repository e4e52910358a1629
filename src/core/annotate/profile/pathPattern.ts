import { expressionsOf, type TextTest } from '../../catalog/expression/lineExpression.ts';

/**
 * Compiles a glob over repository-relative paths: `**` any number of folders, `*` and `?` within one name,
 * `{a,b}` alternatives. The whole path must match.
 */
export function pathPattern(glob: string): TextTest {
  const cached = compiled.get(glob);
  if (cached) return cached;
  let source = '';
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    const char = glob.charAt(i);
    if (char === '*' && glob[i + 1] === '*') {
      const folder = glob[i + 2] === '/';
      source += folder ? '(?:[^/]+/)*' : '.*';
      i += folder ? 2 : 1;
    } else if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '{') {
      source += '(?:';
      depth++;
    } else if (char === '}' && depth > 0) {
      source += ')';
      depth--;
    } else if (char === ',' && depth > 0) source += '|';
    else source += char.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  const whole = `^${source}${')'.repeat(depth)}$`;
  const isLarge = (glob.match(/\*+/g)?.length ?? 0) > MOST_STARS;
  const pattern = expressionsOf({ fromRepository: isLarge }).test(whole);
  compiled.set(glob, pattern);
  return pattern;
}

const compiled = new Map<string, TextTest>();

/** With more of them a path can be matched in too many ways to try one after the other. */
const MOST_STARS = 3;
