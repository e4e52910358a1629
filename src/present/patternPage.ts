import { t } from '../base/translate.ts';
import type { Catalog } from '../core/catalog/catalog.ts';
import type { DocLink, Example, Pattern } from '../core/catalog/pattern.ts';
import { codeSpan, fenced, markdownText } from '../core/output/markdownText.ts';

/** All there is to know about a pattern, as a Markdown page for a reader. */
export function patternPage(pattern: Pattern, catalog: Catalog): string {
  const pairs = catalog.patterns.filter(({ id }) => pattern.pairsWith.includes(id));
  const blocks = [
    `# ${markdownText(pattern.title)}`,
    `${codeSpan(pattern.id)} · ${pattern.category} · ${pattern.languages.join(', ')}`,
    pattern.what,
    section(t('What to check'), list(pattern.checks)),
    section(t('What a reviewer may ask'), list(pattern.questions)),
    section(t('What a good explanation says'), pattern.goodExplanation),
    section(
      t('Asks a question here'),
      examples(pattern.examples.filter(({ polarity }) => polarity === 'flagged')),
    ),
    section(
      t('Asks nothing here'),
      examples(pattern.examples.filter(({ polarity }) => polarity === 'clean')),
    ),
    section(t('Read more'), list(pattern.docs.map((link) => docItem(link, catalog)))),
    section(t('Goes with'), list(pairs.map(({ title }) => markdownText(title)))),
    section(t('Lints about the same'), list(pattern.lints.map(codeSpan))),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function section(heading: string, body: string): string {
  return body === '' ? '' : `## ${heading}\n\n${body}`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function examples(shown: readonly Example[]): string {
  return shown
    .map(({ language, form, code }) =>
      fenced(form === 'diff' ? 'diff' : language, code.trimEnd().split('\n')).join('\n'),
    )
    .join('\n\n');
}

function docItem({ profile, title, url, path }: DocLink, catalog: Catalog): string {
  const project = catalog.profiles.find(({ id }) => id === profile)?.title;
  const where = project === undefined ? '' : ` (${markdownText(project)})`;
  const link =
    url === null ? `${markdownText(title)}: ${codeSpan(path ?? '')}` : `[${markdownText(title)}](<${url}>)`;
  return link + where;
}
