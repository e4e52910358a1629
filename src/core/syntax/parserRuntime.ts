import { type TreeWalk, treeWalk } from './tree/treeWalk.ts';

/**
 * How the parser's WebAssembly runtime is started. Its C code recurses with the nesting of the text on a stack of 64 KB
 * that lies below its own data: a deep text overwrites that data, and every later parse fails too. So it gets a larger
 * stack that can be emptied after a failure, and a memory with an end.
 */
export interface ParserRuntime {
  /** Options for `Parser.init`. */
  readonly options: {
    readonly wasmMemory: WebAssembly.Memory;
    instantiateWasm(imports: WebAssembly.Imports, done: Instantiated): void;
    printErr(line: string): void;
  };
  /** Empties the stack. Once after the start, and after a call into the runtime has thrown. */
  resetStack(): void;
  /** The functions that walk trees; there once `Parser.init` is done. */
  walk(): TreeWalk;
}

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

const STACK_BYTES = 1024 * 1024;
const STACK_ALIGNMENT = 16;
const PAGE_BYTES = 64 * 1024;
const FIRST_MEMORY_BYTES = 32 * 1024 * 1024;
const MAX_MEMORY_BYTES = 512 * 1024 * 1024;

/** For one instance of the runtime, compiled from `module`. */
export function createParserRuntime(module: WebAssembly.Module): ParserRuntime {
  let pointer: WebAssembly.Global | undefined;
  let allocate: ((bytes: number) => number) | undefined;
  let top: number | undefined;
  let walk: TreeWalk | undefined;
  return {
    options: {
      wasmMemory: new WebAssembly.Memory({
        initial: FIRST_MEMORY_BYTES / PAGE_BYTES,
        maximum: MAX_MEMORY_BYTES / PAGE_BYTES,
      }),
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(module, imports);
        const given = imports['env']?.['__stack_pointer'];
        if (given instanceof WebAssembly.Global) pointer = given;
        const { malloc } = instance.exports;
        if (typeof malloc === 'function') allocate = malloc as (bytes: number) => number;
        walk = treeWalk(instance.exports);
        done(instance, module);
      },
      printErr: () => undefined,
    },
    resetStack() {
      if (!pointer || !allocate) throw new Error('the parser runtime gives no access to its stack');
      if (top === undefined) {
        const end = allocate(STACK_BYTES) + STACK_BYTES;
        top = end - (end % STACK_ALIGNMENT);
      }
      pointer.value = top;
    },
    walk() {
      if (!walk) throw new Error('the parser runtime is not started');
      return walk;
    },
  };
}
