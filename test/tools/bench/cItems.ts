/** Items of C files, written as those of Rust files are. */
export const C_ITEMS: readonly string[] = [
  ` static uint64_t fan_read(void *opaque, hwaddr addr, unsigned size)
 {
     FanState *s = FAN(opaque);
 
     switch (addr) {
     case 0x00:
         return s->control;
     case 0x04:
-        return s->status;
+        s->reads++;
+        return s->status | fan_pending(s);
     default:
         qemu_log_mask(LOG_GUEST_ERROR, "%s: bad offset 0x%" HWADDR_PRIx "\\n", __func__, addr);
         return 0;
     }
 }`,
  ` static const MemoryRegionOps fan_ops = {
     .read = fan_read,
     .write = fan_write,
-    .endianness = DEVICE_NATIVE_ENDIAN,
+    .endianness = DEVICE_LITTLE_ENDIAN,
     .impl = {
         .min_access_size = 4,
         .max_access_size = 4,
     },
 };`,
  ` static void fan_realize(DeviceState *dev, Error **errp)
 {
     FanState *s = FAN(dev);
+    Error *local_err = NULL;
 
     if (!s->backend) {
         error_setg(errp, "fan: no backend");
         return;
     }
-    fan_attach(dev, fan_event, s);
+    fan_attach(dev, fan_event, s, &local_err);
+    if (local_err) {
+        error_propagate(errp, local_err);
+        return;
+    }
     memory_region_init_io(&s->iomem, OBJECT(s), &fan_ops, s, "fan", 0x1000);
 }`,
  ` static void fan_class_init(ObjectClass *klass, const void *data)
 {
     DeviceClass *dc = DEVICE_CLASS(klass);
 
     dc->realize = fan_realize;
-    dc->vmsd = &vmstate_fan;
+    dc->unrealize = fan_unrealize;
+    dc->vmsd = &vmstate_fan_v2;
     device_class_set_props(dc, fan_properties);
     device_class_set_legacy_reset(dc, fan_reset);
 }`,
  ` GArray *fan_collect(FanState *s, GList *sources)
 {
     GArray *found = g_array_new(FALSE, TRUE, sizeof(FanSample));
 
     for (GList *l = sources; l; l = l->next) {
         FanSource *source = l->data;
 
-        g_array_append_vals(found, source->samples, source->count);
+        if (source->count > 0) {
+            g_array_append_vals(found, source->samples, source->count);
+        }
     }
     return found;
 }`,
  ` static const VMStateDescription vmstate_fan = {
     .name = "fan",
     .version_id = 2,
-    .minimum_version_id = 2,
+    .minimum_version_id = 1,
     .fields = (const VMStateField[]) {
         VMSTATE_UINT32(control, FanState),
         VMSTATE_UINT32(status, FanState),
+        VMSTATE_UINT16_V(divider, FanState, 2),
         VMSTATE_END_OF_LIST()
     }
 };`,
  ` static int fan_compare(const void *a, const void *b)
 {
     const FanSample *x = a, *y = b;
 
-    return x->when - y->when;
+    return x->when < y->when ? -1 : x->when > y->when;
 }`,
  ` struct FanState {
     SysBusDevice parent_obj;
 
     MemoryRegion iomem;
     uint32_t control;
     uint32_t status;
+    uint16_t divider;
     qemu_irq irq;
 };`,
  ` static void fan_update(FanState *s)
 {
     bool level = (s->status & s->control) != 0;
 
     trace_fan_update(level);
-    qemu_set_irq(s->irq, level);
+    if (level != s->level) {
+        s->level = level;
+        qemu_set_irq(s->irq, level);
+    }
 }`,
  ` char *fan_describe(const FanState *s)
 {
-    return g_strdup_printf("fan %u", s->control);
+    g_autofree char *status = fan_status_string(s);
+
+    return g_strdup_printf("fan %u: %s", s->control, status);
 }`,
];
