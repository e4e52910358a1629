import type { FunctionDeclaration } from '../declaration.ts';
import type { RustFile } from '../rust/rustFile.ts';
import type { SourceType } from '../sourceType.ts';
import type { SourceScope } from '../sources/createScope.ts';
import { ofKind } from './bestOf.ts';
import { innermost } from './findUse.ts';

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
  around: { readonly line: number; readonly selfType: string | null },
  file: RustFile,
  scope: SourceScope,
): Promise<ReceiverPlace | null> {
  const [head, ...members] = receiver
    .replace(/\.as_mut\(\)|\.as_ref\(\)|\.unwrap\(\)|\bunsafe\b|&mut\b|[&*(){}\s]/g, '')
    .split('.');
  if (head === undefined) return null;
  let type = head === 'self' || head === 'Self' ? around.selfType : typeOfVariable(head, around.line, file);
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

/** Where a `let` says its type: behind the colon, in a cast, in a constructor. */
const LET_TYPES = [
  String.raw`:\s*(?:&\s*)?(?:\*?(?:mut|const)\s+)?([\w:]+)`,
  String.raw`=.*\.cast::<\s*([\w:]+)\s*>`,
  String.raw`=\s*(?:\w+::)*([A-Z]\w*|\w+_\w+)\s*(?:\{|::)`,
];

/** Type of a parameter or variable as it is written in the function around a line. */
function typeOfVariable(name: string, line: number, file: RustFile): string | null {
  const functions = file.declarations.filter((each): each is FunctionDeclaration => each.kind === 'function');
  const around = innermost(functions, line);
  const parameter = around?.params.find((each) => each.name === name);
  if (parameter) return innerName(parameter.type);
  const patterns = LET_TYPES.map((type) => new RegExp(String.raw`\blet\s+(?:mut\s+)?${name}\s*${type}`));
  for (let at = line; at >= (around?.line ?? 1); at--)
    for (const pattern of patterns) {
      const type = pattern.exec(file.lines.get(at) ?? '')?.[1];
      if (type !== undefined) return type.replace(/^.*::/, '');
    }
  return null;
}
