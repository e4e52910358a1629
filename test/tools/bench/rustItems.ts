/**
 * Items of Rust files as diff lines (`-` old, `+` new): with its change, or as it was before. `FAN`, `Fan` and `fan`
 * stand for the device.
 */
export const RUST_ITEMS: readonly string[] = [
  ` #[repr(C)]
 #[derive(qemu_api_macros::Object)]
 pub struct FanState {
     pub parent_obj: ParentField<SysBusDevice>,
     pub iomem: MemoryRegion,
-    pub regs: BqlRefCell<FanRegisters>,
+    pub regs: BqlCell<FanRegisters>,
+    pub backend: *mut CharBackend,
     pub irq: InterruptSource,
 }`,
  ` unsafe extern "C" fn fan_read(opaque: *mut c_void, addr: hwaddr, size: c_uint) -> u64 {
-    let state = unsafe { &mut *opaque.cast::<FanState>() };
+    // SAFETY: registered by realize() with the device itself.
+    let state = unsafe { &*opaque.cast::<FanState>() };
     match addr {
         0x00 => u64::from(state.regs.get().control),
         0x04 => u64::from(state.regs.get().status),
         _ => {
             log_mask_ln!(Log::GuestError, "fan: bad read offset {addr:#x} of size {size}");
             0
         }
     }
 }`,
  ` impl FanState {
     fn update_irq(&self) {
         let regs = self.regs.borrow();
         let pending = regs.raised & regs.enabled;
-        self.irq.set(pending != 0);
+        let level = i32::from(pending != 0);
+        unsafe { bindings::qemu_set_irq(self.irq.as_ptr(), level) };
     }
 
     fn reset_hold(&self, _kind: ResetType) {
         *self.regs.borrow_mut() = FanRegisters::default();
         self.update_irq();
     }
 }`,
  ` static FAN_OPS: MemoryRegionOps<FanState> = MemoryRegionOpsBuilder::<FanState>::new()
     .read(&FanState::read)
     .write(&FanState::write)
-    .native_endian()
+    .little_endian()
     .impl_sizes(4, 4)
     .build();`,
  ` impl DeviceImpl for FanState {
     const VMSTATE: Option<VMStateDescription<Self>> = Some(VMSTATE_FAN);
+    const REALIZE: Option<fn(&Self) -> util::Result<()>> = Some(Self::realize);
 
     fn properties() -> &'static [Property] {
         &FAN_PROPERTIES
     }
 }`,
  ` #[no_mangle]
 pub unsafe extern "C" fn fan_create(addr: u64, irq: *mut IRQState, chr: *mut Chardev) -> *mut DeviceState {
-    let dev = FanState::new();
+    // SAFETY: the callers are gone; they gave the references away.
+    let irq = unsafe { Owned::<IRQState>::from(&*irq) };
+    let dev = FanState::new();
     dev.prop_set_chr("chardev", &chr);
     dev.sysbus_realize();
     dev.mmio_map(0, addr);
     dev.connect_irq(0, &irq);
-    dev.as_mut_ptr()
+    Owned::into_raw(dev).cast()
 }`,
  ` fn take_message(error: *mut *mut bindings::GError) -> Option<String> {
     if error.is_null() {
         return None;
     }
-    let text = unsafe { CStr::from_ptr((**error).message) };
-    Some(text.to_string_lossy().into_owned())
+    let message = unsafe {
+        let text = CStr::from_ptr((**error).message).to_string_lossy().into_owned();
+        bindings::g_clear_error(error);
+        text
+    };
+    Some(message)
 }`,
  ` extern "C" {
     pub fn fan_attach(dev: *mut DeviceState, cb: Option<unsafe extern "C" fn(*mut c_void)>, opaque: *mut c_void);
+    pub fn fan_detach(dev: *mut DeviceState, errp: *mut *mut Error) -> bool;
     pub fn fan_count(list: *mut GList) -> c_uint;
 }`,
  `-unsafe impl Send for FanState {}
+// SAFETY: all of it is only touched under the big lock.
+unsafe impl Send for FanState {}
+// SAFETY: as for Send.
+unsafe impl Sync for FanState {}`,
  ` /// Hands the samples of the last second to C.
 ///
 /// # Safety
 ///
 /// \`out\` must be valid for writes of \`len\` elements.
 pub unsafe fn copy_samples(samples: &[u32], out: *mut u32, len: usize) -> usize {
     let count = samples.len().min(len);
-    unsafe { ptr::copy_nonoverlapping(samples.as_ptr(), out, count) };
+    for (at, sample) in samples.iter().take(count).enumerate() {
+        unsafe { out.add(at).write(*sample) };
+    }
     count
 }`,
  ` #[cfg(test)]
 mod tests {
     use super::*;
 
     #[test]
     fn registers_start_at_zero() {
         let regs = FanRegisters::default();
-        assert_eq!(regs.control, 0);
+        assert_eq!((regs.control, regs.status), (0, 0));
     }
 }`,
  ` /// What the guest sees of the device.
 #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
 pub struct FanRegisters {
     pub control: u32,
     pub status: u32,
+    pub divider: u16,
     pub raised: u32,
     pub enabled: u32,
 }`,
  ` fn parse_divider(text: &str) -> Result<u16, ParseIntError> {
     let trimmed = text.trim();
-    trimmed.parse()
+    match trimmed.strip_prefix("0x") {
+        Some(digits) => u16::from_str_radix(digits, 16),
+        None => trimmed.parse(),
+    }
 }`,
  ` const fn ticks_to_ns(ticks: u64, hertz: u64) -> u64 {
     let whole = ticks / hertz;
     let rest = ticks % hertz;
-    whole * 1_000_000_000 + rest * 1_000_000_000 / hertz
+    whole
+        .wrapping_mul(1_000_000_000)
+        .wrapping_add(rest * 1_000_000_000 / hertz)
 }`,
];
