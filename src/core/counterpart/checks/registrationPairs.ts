/** C functions that make a callback possible, and those that end it; any of the latter is enough. */
export const REGISTRATION_PAIRS: Readonly<Record<string, readonly string[]>> = {
  timer_init_full: ['timer_del', 'timer_deinit', 'timer_free'],
  timer_new_full: ['timer_free', 'timer_del'],
  qemu_bh_new_full: ['qemu_bh_delete'],
  aio_bh_new_full: ['qemu_bh_delete'],
  // A property of the kind `chr` ends it when its device goes.
  qemu_chr_fe_set_handlers: [
    'qemu_chr_fe_set_handlers',
    'qemu_chr_fe_deinit',
    'disable_handlers',
    'qdev_prop_chr',
  ],
  qemu_set_fd_handler: ['qemu_set_fd_handler'],
  qemu_add_vm_change_state_handler: ['qemu_del_vm_change_state_handler'],
  notifier_list_add: ['notifier_remove'],
  memory_listener_register: ['memory_listener_unregister'],
  g_timeout_add: ['g_source_remove', 'g_source_destroy'],
  g_timeout_add_full: ['g_source_remove', 'g_source_destroy'],
  g_idle_add: ['g_source_remove', 'g_source_destroy'],
  g_idle_add_full: ['g_source_remove', 'g_source_destroy'],
  g_signal_connect_data: ['g_signal_handler_disconnect', 'g_signal_handlers_disconnect_matched'],
  g_object_weak_ref: ['g_object_weak_unref'],
  request_threaded_irq: ['free_irq'],
  request_irq: ['free_irq'],
  misc_register: ['misc_deregister'],
};

/** Functions that end what `name` begins: from the table, or by the name's own pattern (`register_x`, `x_register`). */
export function endingsOf(name: string): readonly string[] {
  const known = REGISTRATION_PAIRS[name];
  if (known) return known;
  if (!/(^|_)register(_|$)/.test(name) || /unregister|deregister/.test(name)) return [];
  return [name.replace('register', 'unregister'), name.replace('register', 'deregister')];
}
