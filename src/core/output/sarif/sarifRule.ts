import type { ReportingConfiguration, ReportingDescriptor } from 'sarif';
import type { Attention, Pattern } from '../../catalog/pattern.ts';

/** SARIF knows no question: what to look at first is a warning, all else a note. Never an error, for nothing is judged. */
export const LEVELS: Record<Attention, ReportingConfiguration.level> = {
  'look-first': 'warning',
  check: 'note',
  note: 'none',
};

/** A pattern as a SARIF rule, with the documentation of `profile` as its page. */
export function sarifRule(pattern: Pattern, profile: string): ReportingDescriptor {
  const page = [profile, 'any']
    .flatMap((wanted) => pattern.docs.filter((link) => link.profile === wanted))
    .find(({ url }) => url !== null)?.url;
  const help = helpText(pattern);
  return {
    id: pattern.id,
    shortDescription: { text: pattern.title },
    fullDescription: { text: oneLine(pattern.what.split(/\n\s*\n/, 1)[0] ?? '') },
    help: { text: help, markdown: help },
    ...(typeof page === 'string' && { helpUri: page }),
    defaultConfiguration: { level: LEVELS[pattern.attention] },
    properties: { tags: [pattern.category, ...pattern.lints] },
  };
}

function helpText({ what, checks, questions, goodExplanation }: Pattern): string {
  return [
    what,
    '## What to check',
    bullets(checks),
    '## What a reviewer may ask',
    bullets(questions),
    '## What a good explanation says',
    goodExplanation,
  ].join('\n\n');
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${oneLine(item)}`).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
