#include "board/object.h"
#include "board/glib.h"
#include <string.h>

#define MAX_TYPES 8

static const TypeInfo *types[MAX_TYPES];
static DeviceClass classes[MAX_TYPES];
static unsigned n_types;

void type_register_static(const TypeInfo *info)
{
    types[n_types] = info;
    info->class_init(&classes[n_types], NULL);
    n_types++;
}

DeviceState *device_new(const char *type, const char *id)
{
    for (unsigned i = 0; i < n_types; i++) {
        if (strcmp(types[i]->name, type) == 0) {
            DeviceState *dev = g_malloc0(types[i]->instance_size);

            dev->klass = &classes[i];
            dev->refcount = 1;
            dev->id = g_strdup(id);
            for (uint32_t p = 0; p < dev->klass->n_props; p++) {
                const Property *prop = &dev->klass->props[p];

                memcpy((char *)dev + prop->offset, &prop->defval, sizeof(prop->defval));
            }
            return dev;
        }
    }
    return NULL;
}

bool device_set_prop(DeviceState *dev, const char *name, uint32_t value, Error **errp)
{
    for (uint32_t p = 0; p < dev->klass->n_props; p++) {
        const Property *prop = &dev->klass->props[p];

        if (strcmp(prop->name, name) == 0) {
            memcpy((char *)dev + prop->offset, &value, sizeof(value));
            return true;
        }
    }
    error_setg(errp, "%s has no property '%s'", dev->id, name);
    return false;
}

bool device_realize(DeviceState *dev, Error **errp)
{
    Error *err = NULL;

    dev->klass->realize(dev, &err);
    if (err) {
        error_propagate(errp, err);
        return false;
    }
    return true;
}

void device_reset(DeviceState *dev, ResetKind kind)
{
    dev->klass->reset(dev, kind);
}

DeviceState *device_ref(DeviceState *dev)
{
    dev->refcount++;
    return dev;
}

void device_unref(DeviceState *dev)
{
    if (--dev->refcount == 0) {
        if (dev->klass->finalize) {
            dev->klass->finalize(dev);
        }
        g_free(dev->id);
        g_free(dev);
    }
}
