import type { FunctionDeclaration } from '../../../src/core/counterpart/declaration.ts';
import type { Disagreement } from '../../../src/core/counterpart/disagreement.ts';
import { textScope } from './textScope.ts';

const C = `
struct fan { int x; };
void fan_on_tick(struct fan *f, void (*cb)(void *opaque), void *opaque);
void fan_register(void (*cb)(void *opaque), void *opaque);
void fan_unregister(void (*cb)(void *opaque));
bool fan_open(struct fan *f, Error **errp);
struct fan_ops { int (*read)(void *o); /* reads */
 int (*poll)(void *o); const char *name; };
`;

/** A Rust file beside a C header, one of its functions, and its calls by name. */
export function world(rust: string, name: string) {
  const scope = textScope({ 'fan.h': C, 'fan.rs': rust });
  const { rust: file } = scope.file('fan.rs');
  const found = file?.declarations.find((each) => each.kind === 'function' && each.name === name);
  if (!file || found?.kind !== 'function') throw new Error(`no function ${name}`);
  const call = (callee: string) => {
    const one = file.calls.find((each) => each.name === callee);
    if (!one) throw new Error(`no call of ${callee}`);
    return one;
  };
  return { scope, file, declaration: found satisfies FunctionDeclaration, call };
}

export const kinds = (found: readonly Disagreement[]): readonly string[] => found.map(({ kind }) => kind);
