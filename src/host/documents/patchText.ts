import {
  Disposable,
  DocumentSymbol,
  FoldingRange,
  FoldingRangeKind,
  languages,
  Location,
  Position,
  Range,
  SymbolKind,
  type TextDocument,
} from 'vscode';
import { patchOutline, shownPlace, type OutlineNode } from '../../present/patchOutline.ts';
import { MAIL_LANGUAGE } from '../commands/exportReview.ts';
import { findInWorkspace } from './workspaceFiles.ts';

const SELECTOR = [{ language: 'diff' }, { language: MAIL_LANGUAGE }];

/** Outline, breadcrumbs, folding, and the way from a hunk's line to the workspace's file, for patches opened as text. */
export function registerPatchText(): Disposable {
  return Disposable.from(
    languages.registerDocumentSymbolProvider(SELECTOR, {
      provideDocumentSymbols: (document) => outlineOf(document).map((node) => symbol(document, node)),
    }),
    languages.registerFoldingRangeProvider(SELECTOR, {
      provideFoldingRanges: (document) => outlineOf(document).flatMap(foldings),
    }),
    languages.registerDefinitionProvider(SELECTOR, {
      provideDefinition: async (document, { line }) => {
        const place = shownPlace(linesOf(document), line);
        const uri = place && (await findInWorkspace(place.path));
        return uri ? new Location(uri, new Position(place.line - 1, 0)) : undefined;
      },
    }),
  );
}

function outlineOf(document: TextDocument): readonly OutlineNode[] {
  return patchOutline(linesOf(document));
}

function linesOf(document: TextDocument): readonly string[] {
  return document.getText().split(/\r?\n/);
}

const KINDS: Readonly<Record<OutlineNode['kind'], SymbolKind>> = {
  patch: SymbolKind.Package,
  file: SymbolKind.File,
  hunk: SymbolKind.Number,
};

function symbol(document: TextDocument, node: OutlineNode): DocumentSymbol {
  const range = new Range(node.first, 0, node.last, document.lineAt(node.last).text.length);
  const made = new DocumentSymbol(
    node.name,
    node.detail,
    KINDS[node.kind],
    range,
    document.lineAt(node.first).range,
  );
  made.children = node.children.map((child) => symbol(document, child));
  return made;
}

function foldings(node: OutlineNode): readonly FoldingRange[] {
  const inner = node.children.flatMap(foldings);
  return node.last > node.first
    ? [new FoldingRange(node.first, node.last, FoldingRangeKind.Region), ...inner]
    : inner;
}
