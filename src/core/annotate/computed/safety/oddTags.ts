import { oddTag } from '../../explain/safetyTag.ts';
import type { Detection, DetectorContext } from '../detector.ts';

const FURTHEST = 6;

/** Comments whose tag is not quite `SAFETY:`. */
export function* oddTags({ new: side, profile }: DetectorContext): Iterable<Detection> {
  for (const [line, text] of side.lines.text) {
    if (!/saf|sfa|sae/i.test(text)) continue;
    const code = side.code(line) ?? '';
    if (code.trim() !== '' || /^\s*\/\/[/!]/.test(text)) continue;
    const next = nextCode(line);
    const tag = oddTag(
      text,
      profile.id === 'linux',
      next !== undefined && /\bunsafe\b/.test(side.code(next) ?? ''),
    );
    if (tag)
      yield {
        line,
        column: tag.start + 1,
        endLine: line,
        endColumn: tag.end + 1,
        question: tag.question,
        context: { first: line, last: next ?? line },
      };
  }

  function nextCode(after: number): number | undefined {
    for (let at = after + 1; at <= after + FURTHEST; at++) if ((side.code(at) ?? '').trim() !== '') return at;
    return undefined;
  }
}
