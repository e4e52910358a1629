import type { Trailer } from '../series.ts';

const TRAILER = /^([A-Za-z0-9][A-Za-z0-9-]*)[ \t]*:[ \t]*(\S.*)$/;

/** Lines that alone make a paragraph with other text in it a paragraph of trailers, as git has it. */
const CERTAIN = /^(Signed-off-by: |\(cherry picked from commit )/;

/**
 * Trailers of a message's last paragraph, in order. As in git, that is one if all its lines are trailers, or if a quarter of
 * them are and one is a `Signed-off-by`. Continuation lines are joined with a blank.
 */
export function readTrailers(body: readonly string[]): readonly Trailer[] {
  const blank = body.map((line) => line.trim()).lastIndexOf('');
  const trailers: Trailer[] = [];
  let others = 0;
  let certain = false;
  for (const line of body.slice(blank + 1)) {
    const [, key, value] = TRAILER.exec(line) ?? [];
    const last = trailers.at(-1);
    certain ||= CERTAIN.test(line);
    if (key !== undefined && value !== undefined) trailers.push({ key, value: value.trimEnd() });
    else if (last && /^[ \t]/.test(line))
      trailers[trailers.length - 1] = { ...last, value: `${last.value} ${line.trim()}` };
    else if (!CERTAIN.test(line)) others++;
  }
  return others === 0 || (certain && trailers.length * 3 >= others) ? trailers : [];
}
