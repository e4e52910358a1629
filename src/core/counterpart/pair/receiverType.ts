import type { FunctionDeclaration } from '../declaration.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceType } from '../sourceType.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { ofKind } from './bestOf.ts';

/** A struct that C declares, and the members on the way from it to the place at hand. */
export interface ReceiverPlace {
  readonly structName: string;
  readonly way: readonly string[];
}

/**
 * The C struct behind a receiver such as `self.0.valid` or `(*klass).as_mut()`: through the fields of Rust types to the
 * first type that Rust does not declare; what follows are members of C.
 */
export async function receiverPlace(
  receiver: string,
  around: { readonly inFunction: string | null; readonly selfType: string | null },
  file: RustFile,
  scope: SourceScope,
): Promise<ReceiverPlace | null> {
  const [head, ...members] = receiver
    .replace(/\.as_mut\(\)|\.as_ref\(\)|\.unwrap\(\)|\bunsafe\b|&mut\b|[&*(){}\s]/g, '')
    .split('.');
  if (head === undefined) return null;
  let type =
    head === 'self' || head === 'Self' ? around.selfType : typeOfVariable(head, around.inFunction, file);
  for (const [at, member] of members.entries()) {
    if (type === null) return null;
    const next = await rustMember(type, member, scope);
    if (next === undefined) return { structName: type, way: members.slice(at) };
    type = next;
  }
  return type === null ? null : { structName: type, way: [] };
}

/** Type name of a Rust struct's member; undefined when Rust does not declare the struct; null for an unnamed type. */
async function rustMember(
  type: string,
  member: string,
  scope: SourceScope,
): Promise<string | null | undefined> {
  const [record] = ofKind(await scope.find('rust', type), 'record');
  if (!record) return undefined;
  const field = record.declaration.fields.find(({ name }) => name === member);
  return field ? innerName(field.type) : undefined;
}

function innerName(type: SourceType): string | null {
  if (type.kind === 'pointer') return innerName(type.to);
  if (type.kind !== 'name') return null;
  const [arg] = type.args;
  return arg &&
    /^(Opaque|UnsafeCell|MaybeUninit|NonNull|Box|Pin|ManuallyDrop|BqlCell|BqlRefCell|ParentField)$/.test(
      type.name,
    )
    ? innerName(arg)
    : type.name;
}

/** Type of a parameter or variable as written in its function. */
function typeOfVariable(name: string, inFunction: string | null, file: RustFile): string | null {
  const functions = file.declarations.filter((each): each is FunctionDeclaration => each.kind === 'function');
  const around = functions.find((each) => each.name === inFunction);
  const parameter = around?.params.find((each) => each.name === name);
  if (parameter) return innerName(parameter.type);
  const pattern = new RegExp(
    `\\blet\\s+(?:mut\\s+)?${name}\\s*(?::\\s*(?:&\\s*)?(?:\\*?(?:mut|const)\\s+)?([\\w:]+)|=\\s*(?:\\w+::)*([A-Z]\\w*|\\w+_\\w+)\\s*(?:\\{|::))`,
  );
  for (const text of file.lines.values()) {
    const match = pattern.exec(text);
    const type = match?.[1] ?? match?.[2];
    if (type !== undefined) return type.replace(/^.*::/, '');
  }
  return null;
}
