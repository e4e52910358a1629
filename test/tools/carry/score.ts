import type { Answer } from './runCarry.ts';
import type { Expected } from './truth.ts';

/** How often marks came where they belong. */
export interface Score {
  /** Lines that were kept, and those of them that were followed to the right line as exact or moved. */
  kept: number;
  right: number;
  /** Answers exact or moved, and those that name a line which does not say the same. */
  followed: number;
  wrong: number;
  /** Lines that were not kept and came back as edited or gone; and those of them told apart as the truth has it. */
  changed: number;
  toldApart: number;
  /** Lines that were not kept of which the same text was found elsewhere. */
  readonly elsewhere: string[];
  /** Marks without an answer of their own. */
  vanished: number;
  readonly disagreements: string[];
}

export function newScore(): Score {
  return {
    kept: 0,
    right: 0,
    followed: 0,
    wrong: 0,
    changed: 0,
    toldApart: 0,
    elsewhere: [],
    vanished: 0,
    disagreements: [],
  };
}

/** Adds what came of `marks`, whose ids are their indices; `name` says where, for the list of disagreements. */
export function count(
  score: Score,
  name: string,
  marks: readonly Expected[],
  answers: readonly Answer[],
): void {
  marks.forEach((mark, index) => {
    const own = answers.filter(({ id }) => id === String(index));
    const [answer] = own;
    if (!answer || own.length > 1) {
      score.vanished++;
      return;
    }
    const said = describe(name, mark, answer);
    if (!agrees(score, mark, answer)) score.disagreements.push(said);
    else if (mark.truth.kind !== 'kept' && isFollowed(answer)) score.elsewhere.push(said);
  });
  if (answers.length > marks.length) score.vanished += answers.length - marks.length;
}

function agrees(score: Score, { path, text, truth }: Expected, answer: Answer): boolean {
  const followed = isFollowed(answer);
  const evidenceIsText = answer.documented || squeezed(answer.evidence) === squeezed(text);
  if (followed) {
    score.followed++;
    if (!evidenceIsText) score.wrong++;
  }
  if (truth.kind === 'kept') {
    score.kept++;
    const isRight =
      followed &&
      answer.path === truth.path &&
      answer.line === truth.line &&
      (answer.fate === 'moved' || path === truth.path);
    if (isRight) score.right++;
    return isRight;
  }
  if (followed) return evidenceIsText;
  score.changed++;
  if (answer.fate === truth.kind) score.toldApart++;
  return answer.fate === truth.kind;
}

function isFollowed({ fate }: Answer): boolean {
  return fate === 'exact' || fate === 'moved';
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '');
}

function describe(name: string, { path, line, text, truth }: Expected, answer: Answer): string {
  const expected = truth.kind === 'kept' ? `kept ${truth.path}:${truth.line}` : truth.kind;
  const place = answer.path === null ? '' : ` ${answer.path}:${answer.line}`;
  const now = answer.evidence.split('\n').slice(0, 3).join('\n      ');
  return `${name} ${path}:${line}\n    ${text.trim()}\n  truth ${expected}, answer ${answer.fate}${place}\n      ${now}`;
}

/** One line of figures. */
export function scoreLine(score: Score): string {
  const share = (part: number, of: number): string =>
    `${of === 0 ? '-' : `${((100 * part) / of).toFixed(2)} %`} (${part} of ${of})`;
  return [
    `kept lines right ${share(score.right, score.kept)}`,
    `edited told from gone ${share(score.toldApart, score.changed)}`,
    `other text where followed ${score.wrong} of ${score.followed}`,
    `not kept but found elsewhere ${score.elsewhere.length}`,
    `vanished ${score.vanished}`,
  ].join(', ');
}
