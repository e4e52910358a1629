import type { VariableDeclaration } from '../declaration.ts';
import type { DeviceSide, DeviceSource } from './source.ts';

/** Variables of a type, with their sources. */
export function tablesOf(
  side: DeviceSide,
  type: string,
): readonly { readonly table: VariableDeclaration; readonly source: DeviceSource }[] {
  return side.sources.flatMap((source) =>
    source.file.declarations.flatMap((table) => {
      if (table.kind !== 'variable' || table.value === null) return [];
      const { type: own } = table;
      const element = own.kind === 'array' ? own.of : own;
      return element.kind === 'name' && element.name === type ? [{ table, source }] : [];
    }),
  );
}
