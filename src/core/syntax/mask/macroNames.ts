/**
 * C macros that stand where the grammar allows no call and no word: DATA. The names are blanked (or, for loops, written
 * as a keyword) before parsing. Where a name alone does not tell, the place decides: see `maskC`.
 */

/** Attribute-like whatever follows; arguments go with them. */
export const ATTRIBUTES: ReadonlySet<string> = new Set(
  `
  coroutine_fn coroutine_mixed_fn no_coroutine_fn co_wrapper co_wrapper_mixed co_wrapper_bdrv_rdlock
  co_wrapper_mixed_bdrv_rdlock no_co_wrapper generated_co_wrapper
  GRAPH_RDLOCK GRAPH_WRLOCK GRAPH_UNLOCKED GRAPH_RDLOCK_PTR GRAPH_UNLOCKED_PTR GRAPH_WRLOCK_PTR
  g_autofree G_BEGIN_DECLS G_END_DECLS G_STMT_START G_STMT_END G_NORETURN G_INLINE_FUNC G_MODULE_EXPORT
  GIT_BEGIN_DECL GIT_END_DECL GIT_INLINE_KEYWORD
  __init __exit __initdata __initconst __exitdata __devinit __ref __refdata __meminit __cpuinit __net_init __net_exit
  __user __iomem __kernel __force __percpu __rcu __bitwise __private __nocast __must_check __must_hold
  __always_inline __maybe_unused __always_unused __used __packed __cold __hot __weak __pure __noreturn __noclone
  __read_mostly __ro_after_init __cacheline_aligned __cacheline_aligned_in_smp ____cacheline_aligned
  ____cacheline_aligned_in_smp __aligned __printf __scanf __section __releases __acquires __counted_by __malloc
  __alloc_size __visible __noinstr __latent_entropy __randomize_layout __no_sanitize_address __sched __lockfunc
  __deprecated __naked __nonstring __bpf_kfunc __rust_helper __cpuidle __kprobes noinstr notrace noinline
  noinline_for_stack asmlinkage fastcall randomized_struct_fields_start randomized_struct_fields_end
  CJSON_PUBLIC EMSCRIPTEN_KEEPALIVE JNIEXPORT JNICALL WINAPI APIENTRY CALLBACK EFIAPI
  `
    .trim()
    .split(/\s+/),
);

/** Families of the same. */
export const ATTRIBUTE_FAMILY =
  /^(?:G_GNUC_\w+|GLIB_(?:AVAILABLE|DEPRECATED|UNAVAILABLE)\w*|GDK_(?:AVAILABLE|DEPRECATED)\w*|QEMU_(?:PACKED|ALIGNED|WARN_UNUSED_RESULT|SENTINEL|NORETURN|NONSTRING|ALWAYS_INLINE|FLATTEN|ERROR|USED|NOINLINE|DISABLE_CFI)|TSA_\w+|GRAPH_(?:RD|WR)LOCK\w*|_?[A-Z]\w*_(?:BEGIN|END)_DECLS?|__(?:attribute_[a-z]\w*|nonnull|nothrow|THROW|wur))$/;

/** Words that export and mark things when written in capitals; a constant may be called so too. */
export const ATTRIBUTE_SUFFIX =
  /^_?(?:[A-Z0-9]+_)*(?:PUBLIC|PRIVATE|EXPORT|EXPORTED|API|EXTERN|INLINE|UNUSED|DEPRECATED|PRINTF|FORMAT|NORETURN|NONNULL|PURE|CONST|NULL_TERMINATED|WARN_UNUSED_RESULT|MALLOC|SENTINEL|AVAILABLE_IN_[A-Z0-9_]+|DEPRECATED_IN_[A-Z0-9_]+|GUARDED_BY|NO_SANITIZE|FMT_ATTR|PACKED|ALIGNED|VISIBILITY|HIDDEN|CDECL)$/;

/** Of those, the ones that wrap the return type: `GIT_EXTERN(int) git_init(void);`. */
export const TYPE_WRAPPER = /(?:EXTERN|INLINE|PUBLIC|EXPORT|API|PRIVATE|STDCALL|CALL|DEF)$/;

/** Lower-case macros that are whole items, often without a semicolon: `type_init(fan_register_types)`. */
export const ITEM_MACRO =
  /^(?:type|block|opts|trace|migration|fuzz_target|target|machine|xen_backend|libqos|accel|audio|qapi|ui|display)_init$|^(?:module|subsys|core|arch|fs|device|late|postcore|early|console|pure)_(?:init|exit|initcall)(?:_sync)?$|^module_\w+$|^libqos_init$/;

/** Loops and guarded blocks written as a call. */
export const LOOP =
  /FOREACH|^(?:\w+_)?for_?each(?:_|$)|_for_?each(?:_|$)|^(?:list|hlist|hash|llist|xa|rb|radix_tree|idr|sbitmap|bio|rq)_for_|^WITH_\w+|^(?:RCU_READ_LOCK_GUARD|scoped_guard|scoped_cond_guard|if_not_guard)$/;

/** Calls that take the name of a type among their arguments. */
export const TAKES_TYPE =
  /FOREACH|for_each|^(?:va_arg|container_of|\w*list_(?:entry|first_entry|last_entry|next_entry)\w*|g_(?:try_)?(?:re)?new0?|g_slice_new0?|g_array_index|g_newa0?|offset_of|_IO(?:R|W|WR)|k[mcv]*alloc_obj\w*|QLIST_\w+|QTAILQ_\w+|DO_UPCAST|typeof_member)$/;

/** Words of the language: none of them is a macro. */
export const KEYWORDS: ReadonlySet<string> = new Set(
  `
  auto break case char const continue default do double else enum extern float for goto if inline int long register
  restrict return short signed sizeof static struct switch typedef union unsigned void volatile while bool
  _Bool _Alignas _Alignof _Atomic _Generic _Noreturn _Static_assert _Thread_local __thread __inline __inline__
  __extension__ __attribute__ __volatile__ __restrict typeof __typeof__ asm __asm__ alignas alignof thread_local
  static_assert
  `
    .trim()
    .split(/\s+/),
);
