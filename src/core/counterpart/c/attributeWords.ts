/** Macros that decorate a declaration without changing its type. */
const ATTRIBUTE_WORD = new RegExp(
  [
    '^(?:',
    [
      // GLib and its users
      'G_(?:GNUC|ANALYZER|INLINE|NORETURN|ALWAYS|NO_INLINE|DEPRECATED|UNAVAILABLE|MODULE_EXPORT)\\w*',
      'GLIB_\\w+|GOBJECT_\\w+|GIO_(?:AVAILABLE|DEPRECATED)\\w*|G_BEGIN_DECLS|G_END_DECLS',
      '_?[A-Z]+_(?:API|EXTERN|EXPORT|PUBLIC|INTERNAL|INLINE|NORETURN|VISIBLE|VAR)',
      // QEMU
      'QEMU_(?:NORETURN|PACKED|ALIGNED|WARN_UNUSED_RESULT|SENTINEL|ALWAYS_INLINE|NONSTRING|ERROR|FLATTEN|USED|DISABLE_CFI|ANNOTATE|COROUTINE)\\w*',
      '(?:no_)?coroutine_fn|coroutine_mixed_fn|co_wrapper\\w*|no_co_wrapper\\w*|GRAPH_\\w+|TSA_\\w+|IOTHREAD_\\w+|EXTERN_C_\\w+',
      '(?:BQL|RCU)_(?:LOCKED|UNLOCKED|READER)|PROBE_API|HWADDR_API|ATTRIBUTE_\\w+',
      // Linux
      '__(?:init|exit|initconst|initdata|ref|user|iomem|rcu|percpu|kernel|bitwise|force|must_check|pure|const|cold|hot|weak|used|maybe_unused|always_inline|deprecated|noreturn|visible|packed|aligned|printf|scanf|acquires|releases|must_hold|malloc|alloc_size|assume_aligned|counted_by|counted_by_ptr|randomize_layout|no_sanitize\\w*|cacheline_aligned\\w*|ro_after_init|read_mostly|nonstring|realloc_size|extension__|bpf_kfunc|free|no_kasan\\w*|rust_helper)',
      'asmlinkage|notrace|noinline|fastcall|____cacheline_aligned\\w*|randomized_struct_fields_\\w+',
      '_[Nn]oreturn|noreturn|_Nonnull|_Nullable|_Null_unspecified',
    ].join('|'),
    ')$',
  ].join(''),
);

/** Compiler attributes, whose argument is always passed over with them. */
const COMPILER_ATTRIBUTE = /^(?:__attribute__|__attribute|__declspec|_Alignas|alignas|__asm__|__asm|asm)$/;

export function isAttributeWord(word: string): boolean {
  return ATTRIBUTE_WORD.test(word);
}

export function isCompilerAttribute(word: string): boolean {
  return COMPILER_ATTRIBUTE.test(word);
}
