import {
  Hover,
  l10n,
  languages,
  MarkdownString,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { markdownText } from '../../core/output/markdownText.ts';
import { languageOf } from '../../core/patch/language.ts';
import { sourceTitle } from '../../present/counterpartLink.ts';
import { pairingWords } from '../../present/pairingWords.ts';
import { patience } from '../patience.ts';
import { readSettings } from '../settings.ts';
import { counterpartUri } from './counterpartUri.ts';
import { lookUp, type LookedUp, type LookUpServices } from './lookUp.ts';
import type { ProjectTree } from './projectTree.ts';

/** How long a hover waits; a large tree takes longer when it is read for the first time. */
const PATIENCE_MS = 1_000;
const MAX_SHOWN = 2;
const MAX_LINES = 8;

/** Shows at names in Rust and C files of the disk what stands on the other side, in projects that have both languages. */
export function registerCounterpartHovers(services: LookUpServices): Disposable {
  const provide = async (document: TextDocument, position: Position): Promise<Hover | undefined> => {
    const range = document.getWordRangeAtPosition(position);
    if (!range || !readSettings().counterpartHovers || !languageOf(document.uri.path)) return undefined;
    const tree = await services.projects.holding(document.uri);
    if (!tree || !(await isMixed(tree))) return undefined;
    const looked = await Promise.race([lookUp(document, position, services, 'word'), patience(PATIENCE_MS)]);
    const text = looked && (await hoverText(looked, document));
    return text && new Hover(text, range);
  };
  return languages.registerHoverProvider(
    [
      { scheme: 'file', language: 'rust' },
      { scheme: 'file', language: 'c' },
      { scheme: 'file', language: 'cpp' },
    ],
    { provideHover: provide },
  );
}

async function isMixed({ sources }: ProjectTree): Promise<boolean> {
  const paths = await sources.paths();
  return (['rust', 'c'] as const).every((language) => paths.some((path) => languageOf(path) === language));
}

async function hoverText(looked: LookedUp, document: TextDocument): Promise<MarkdownString | undefined> {
  const { counterparts, disagreements } = looked.result;
  // A hover that nobody asked for says nothing that is only a guess.
  const sure = counterparts.filter(({ confidence }) => confidence !== 'guess');
  if (sure.length === 0) return undefined;
  const text = new MarkdownString();
  for (const counterpart of sure.slice(0, MAX_SHOWN)) {
    const uri = await counterpartUri(counterpart, looked, document.uri);
    if (!uri) continue;
    const line = counterpart.focus ?? counterpart.line;
    const place = markdownText(`${counterpart.path}:${line}`);
    const link = `[${place}](${uri.with({ fragment: `L${line}` }).toString()})`;
    const title = markdownText(sourceTitle(counterpart));
    text.appendMarkdown(`**${title}** · ${link} · ${markdownText(pairingWords(counterpart))}\n`);
    text.appendCodeblock(shortened(counterpart.text), counterpart.language);
    if (counterpart.doc !== null) text.appendMarkdown(`\n${markdownText(shortened(counterpart.doc))}\n\n`);
  }
  if (sure.length > MAX_SHOWN)
    text.appendMarkdown(markdownText(l10n.t('{0} more places.', sure.length - MAX_SHOWN)));
  for (const { question } of disagreements)
    text.appendMarkdown(`\n\n${markdownText(l10n.t('The two sides differ: {0}', question))}`);
  return text;
}

function shortened(text: string): string {
  const lines = text.split('\n');
  return lines.length <= MAX_LINES ? text : [...lines.slice(0, MAX_LINES), '…'].join('\n');
}
