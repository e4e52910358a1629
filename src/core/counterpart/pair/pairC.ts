import type { Annotation } from '../../annotate/annotation.ts';
import type { Finding } from '../counterpart.ts';
import type { SourceFile } from '../sources/fileReader.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { findString } from './findString.ts';
import { findUse, innermost } from './findUse.ts';

/** The Rust sides of a C annotation: what uses, declares or repeats what stands there. `text` is its lines. */
export async function pairC(
  annotation: Annotation,
  file: SourceFile,
  text: string,
  scope: SourceScope,
): Promise<readonly Finding[]> {
  const owner = innermost(file.declarations, annotation.line);
  const names = new Set<string>();
  if (annotation.symbol !== null && /^\w+$/.test(annotation.symbol)) names.add(annotation.symbol);
  if (owner) names.add(owner.name);
  const strings = [...text.matchAll(/"([^"\n%\\]+)"/g)].map((match) => match[1] ?? '');
  if (owner?.kind === 'variable' && owner.value !== null) {
    const own = /\.\s*name\s*=\s*"([^"]*)"/.exec(owner.value)?.[1];
    if (own !== undefined && strings.length === 0) strings.push(own);
  }
  const findings: Finding[] = [];
  for (const string of strings) findings.push(await findString(string, 'rust', file.path, scope));
  for (const name of names) findings.push(await findUse(name, scope));
  return findings.filter(({ status }) => status !== 'not-found');
}
