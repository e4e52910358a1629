#include "board/vmstate.h"
#include <string.h>

int vmstate_save(const VMStateDescription *vmsd, const void *opaque, uint8_t *buf, size_t size)
{
    size_t used = 0;

    for (const VMStateField *f = vmsd->fields; f->name; f++) {
        if (size - used < f->size) {
            return -1;
        }
        memcpy(buf + used, (const char *)opaque + f->offset, f->size);
        used += f->size;
    }
    return (int)used;
}
