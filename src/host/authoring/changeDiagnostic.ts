import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, Range, Uri } from 'vscode';
import type { Annotation } from '../../core/annotate/annotation.ts';
import type { Catalog } from '../../core/catalog/catalog.ts';
import type { ProblemKind } from '../../core/catalog/profile.ts';
import type { Counterpart } from '../../core/counterpart/counterpart.ts';
import { visibleText } from '../../core/output/visibleText.ts';
import { counterpartTitle } from '../../present/counterpartLink.ts';
import { docLinks } from '../../present/docLinks.ts';
import { patternUri } from '../documents/patternPages.ts';

export const SOURCE = 'Interop Review';

const SEVERITIES: Readonly<Record<Exclude<ProblemKind, 'off'>, DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error,
};

/** What is asked about a changed line, as one of VS Code's problems. `lines` are those of the document. */
export function changeDiagnostic(
  annotation: Annotation,
  lines: readonly string[],
  kind: Exclude<ProblemKind, 'off'>,
  catalog: Catalog,
  profile: string,
): Diagnostic {
  const { line, pattern: id, title, question } = annotation;
  const text = lines[line - 1] ?? '';
  const start = text.length - text.trimStart().length;
  const message = visibleText(`${title}: ${question}`);
  const diagnostic = new Diagnostic(
    new Range(line - 1, start, line - 1, text.trimEnd().length),
    message,
    SEVERITIES[kind],
  );
  diagnostic.source = SOURCE;
  diagnostic.code = { value: id, target: docsOf(id, catalog, profile) };
  return diagnostic;
}

/** Where the other sides of a crossing are, for the lines below a problem. `root` is that of the repository. */
export function relatedPlaces(
  counterparts: readonly Counterpart[],
  root: string,
): DiagnosticRelatedInformation[] {
  return counterparts.map((counterpart) => {
    const { path, line } = counterpart;
    const location = new Location(Uri.joinPath(Uri.file(root), path), new Range(line - 1, 0, line - 1, 0));
    return new DiagnosticRelatedInformation(location, visibleText(counterpartTitle(counterpart)));
  });
}

/** The page of the project's documentation, else that of the pattern. */
function docsOf(id: string, catalog: Catalog, profile: string): Uri {
  const pattern = catalog.patterns.find((candidate) => candidate.id === id);
  const page =
    pattern && docLinks(pattern, profile, new Set()).find(({ target }) => target.startsWith('https:'));
  return page ? Uri.parse(page.target, true) : patternUri(id);
}
