/** Who owns what a C function returns: `none` stays with C, `full` goes to the caller, `container` only the container. */
export type Transfer = 'none' | 'full' | 'container';

export interface ReturnedValue {
  readonly transfer: Transfer;
  /** What gives it back, for `full` and `container`. */
  readonly free: string | null;
  /** A container whose elements go to the caller with it. */
  readonly elements: boolean;
}

const returns = (
  transfer: Transfer,
  free: string | null,
  names: string,
  elements = false,
): readonly (readonly [string, ReturnedValue])[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, { transfer, free, elements }] as const);

/** Common functions of GLib, GObject and QEMU whose ownership their documentation states. */
export const RETURNED: ReadonlyMap<string, ReturnedValue> = new Map([
  ...returns(
    'full',
    'g_free',
    `
    g_strdup g_strndup g_strdup_printf g_strdup_vprintf g_strconcat g_strjoin g_strjoinv g_strescape g_strcompress
    g_malloc g_malloc0 g_try_malloc g_realloc g_memdup g_memdup2 g_build_filename g_build_path g_path_get_basename
    g_path_get_dirname g_get_current_dir g_base64_encode g_utf8_strdown g_utf8_strup g_utf8_normalize g_convert
    g_filename_to_uri g_filename_from_uri g_filename_display_name g_variant_print g_key_file_get_string
    g_file_get_path g_file_get_uri g_file_get_basename g_date_time_format g_uuid_string_random g_canonicalize_filename
    object_get_canonical_path object_get_canonical_path_component object_property_get_str qdev_get_fw_dev_path
    qdev_get_dev_path qdev_get_own_fw_dev_path_from_handler g_regex_replace g_markup_escape_text g_shell_quote`,
  ),
  ...returns(
    'full',
    'g_strfreev',
    `g_strsplit g_strsplit_set g_strdupv g_key_file_get_groups g_key_file_get_keys g_key_file_get_string_list g_listenv
    g_get_environ g_variant_dup_strv g_uri_list_extract_uris g_file_info_list_attributes`,
    true,
  ),
  ...returns(
    'full',
    'g_object_unref',
    `
    g_object_new g_object_ref g_object_ref_sink g_file_new_for_path g_file_new_for_uri g_file_read
    g_memory_input_stream_new g_bytes_input_stream_new g_cancellable_new g_weak_ref_get`,
  ),
  ...returns(
    'full',
    'object_unref',
    'object_new object_new_with_class object_ref object_new_with_props qdev_new qdev_try_new',
  ),
  ...returns('full', 'g_bytes_unref', 'g_bytes_new g_bytes_new_take g_bytes_new_static g_bytes_ref'),
  ...returns('full', 'g_array_unref', 'g_array_new g_array_sized_new g_array_ref'),
  ...returns('full', 'g_ptr_array_unref', 'g_ptr_array_new g_ptr_array_new_with_free_func g_ptr_array_ref'),
  ...returns('full', 'g_hash_table_unref', 'g_hash_table_new g_hash_table_new_full g_hash_table_ref'),
  ...returns('full', 'g_variant_unref', 'g_variant_ref g_variant_ref_sink g_variant_get_child_value'),
  ...returns('full', 'g_main_context_unref', 'g_main_context_new g_main_context_ref'),
  ...returns('full', 'g_error_free', 'g_error_new g_error_new_literal g_error_copy'),
  ...returns('full', 'error_free', 'error_copy'),
  ...returns('full', 'qobject_unref', 'qdict_new qlist_new qstring_from_str qnum_from_int'),
  ...returns(
    'full',
    'g_list_free_full',
    `
    g_list_copy_deep g_app_info_get_all g_app_info_get_all_for_type g_volume_monitor_get_volumes g_volume_monitor_get_mounts
    g_dbus_object_manager_get_objects g_dbus_object_get_interfaces g_resolver_lookup_by_name g_resolver_lookup_service`,
    true,
  ),
  ...returns('full', 'g_slist_free_full', 'g_slist_copy_deep', true),
  ...returns('full', 'g_byte_array_unref', 'g_byte_array_new g_byte_array_new_take g_byte_array_ref'),
  ...returns('full', 'g_string_free', 'g_string_new g_string_new_len g_string_sized_new'),
  ...returns(
    'full',
    'g_free',
    'g_type_children g_type_interfaces g_string_free_and_steal g_bytes_unref_to_data',
  ),
  ...returns('container', 'g_list_free', 'g_hash_table_get_keys g_hash_table_get_values g_list_copy'),
  ...returns('container', 'g_slist_free', 'g_slist_copy'),
  ...returns('container', 'g_free', 'g_hash_table_get_keys_as_array'),
  ...returns(
    'none',
    null,
    `
    g_quark_to_string g_intern_string g_intern_static_string g_get_user_name g_get_home_dir g_get_tmp_dir g_get_prgname
    g_getenv g_type_name g_bytes_get_data g_hash_table_lookup g_list_nth g_list_nth_data g_list_first g_list_last
    g_list_find g_ptr_array_index g_variant_get_string g_variant_get_type_string g_value_get_object g_value_get_string
    g_value_get_boxed g_object_get_data g_object_get_qdata g_main_context_default g_main_context_get_thread_default
    error_get_pretty object_get_typename object_get_class object_class_get_name object_class_get_parent
    object_class_by_name object_get_root object_get_objects_root object_get_internal_root object_resolve_path
    object_dynamic_cast qdev_get_parent_bus qdev_get_machine sysbus_get_default memory_region_name
    get_system_memory get_system_io qdict_get qdict_get_str qdict_get_try_str qstring_get_str qemu_chr_find
    qdev_find_recursive qdev_get_gpio_in qdev_get_gpio_in_named qdev_init_clock_in qdev_init_clock_out`,
  ),
]);

/** Families that give memory, and the function that takes it back. */
export const ALLOCATORS: readonly { readonly allocate: RegExp; readonly free: string }[] = [
  {
    allocate: /^g_(malloc0?|try_malloc0?|realloc|memdup2?|strdup|strndup|strdup_printf)(_n)?$/,
    free: 'g_free',
  },
  { allocate: /^(malloc|calloc|realloc|strdup|strndup|posix_memalign|aligned_alloc)$/, free: 'free' },
  { allocate: /^qemu_(memalign|try_memalign|blockalign|try_blockalign|ram_alloc)$/, free: 'qemu_vfree' },
  { allocate: /^(kmalloc|kzalloc|kcalloc|kmemdup|kstrdup|krealloc)$/, free: 'kfree' },
];

/** C functions that free what they are given. */
export const FREES: ReadonlySet<string> = new Set([
  'g_free',
  'free',
  'qemu_vfree',
  'kfree',
  'kvfree',
  'vfree',
  'g_clear_pointer',
]);
