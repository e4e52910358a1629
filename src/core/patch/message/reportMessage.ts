import type { Problem } from '../../problem.ts';
import { hiddenCharacter } from '../diff/hiddenCharacters.ts';
import { reportTo, type Place, type Report } from '../place.ts';
import type { FileChange } from '../series.ts';
import { missingFromDiffStat } from './diffStat.ts';
import type { MessageParts } from './splitMessage.ts';
import type { SubjectPrefix } from './subjectPrefix.ts';

/** A message that posts something, as it was read. */
export interface PostedMessage {
  /** The text above the diff, message and notes. */
  readonly above: string;
  readonly parts: MessageParts;
  readonly prefix: SubjectPrefix;
  readonly notes: readonly string[];
  readonly files: readonly FileChange[];
  readonly start: string;
  readonly at: Place;
}

/** Most lines between a line that announces a diff (`diff -r`, `Index:`) and the diff. */
const ANNOUNCED = 4;

/** Reports what is odd about a message: no patch, less than it announces, or text that deceives. */
export function reportMessage(posted: PostedMessage, problems: Problem[]): void {
  const { above, parts, prefix, notes, files, start, at } = posted;
  const report = reportTo(problems, at);
  reportHidden(above, report);
  if (files.length === 0) {
    if (prefix.patch && prefix.position !== 0)
      problems.push({
        code: 'no-patch-found',
        message: 'This mail says that it is a patch, but it holds no diff.',
        at: start,
      });
    return;
  }
  const missing = missingFromDiffStat(notes, files);
  if (missing !== undefined) problems.push({ code: 'truncated-mail', message: missing, at: start });
  const between = above.slice(parts.end).split('\n');
  if (!/^(---\s*)?$/.test(between[0] ?? '') && between.length > ANNOUNCED)
    report(
      'forged-header',
      'This line of the message looks like a diff, so git ends the message here.',
      parts.endLine,
    );
}

function reportHidden(text: string, report: Report): void {
  if (hiddenCharacter(text) === undefined) return;
  for (const [index, line] of text.split('\n').entries()) {
    const hidden = hiddenCharacter(line);
    if (hidden !== undefined)
      report('hidden-characters', `A line of the message holds ${hidden}, which is not seen.`, index + 1);
  }
}
