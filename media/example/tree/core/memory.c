#include "board/memory.h"
#include "board/glib.h"

#define MAX_REGIONS 8

static MemoryRegion *regions[MAX_REGIONS];

void memory_region_init_io(MemoryRegion *mr, const MemoryRegionOps *ops, void *opaque,
                           const char *name, uint64_t size)
{
    (void)name;
    mr->ops = ops;
    mr->opaque = opaque;
    mr->size = size;
}

void memory_region_add(MemoryRegion *mr, uint64_t base)
{
    mr->base = base;
    for (int i = 0; i < MAX_REGIONS; i++) {
        if (!regions[i]) {
            regions[i] = mr;
            return;
        }
    }
}

void memory_region_del(MemoryRegion *mr)
{
    for (int i = 0; i < MAX_REGIONS; i++) {
        if (regions[i] == mr) {
            regions[i] = NULL;
        }
    }
}

static MemoryRegion *find(uint64_t addr)
{
    for (int i = 0; i < MAX_REGIONS; i++) {
        MemoryRegion *mr = regions[i];

        if (mr && addr >= mr->base && addr - mr->base < mr->size) {
            return mr;
        }
    }
    return NULL;
}

uint64_t guest_read(uint64_t addr)
{
    MemoryRegion *mr = find(addr);

    return mr ? mr->ops->read(mr->opaque, addr - mr->base, 4) : UINT64_MAX;
}

void guest_write(uint64_t addr, uint64_t data)
{
    MemoryRegion *mr = find(addr);

    if (mr) {
        mr->ops->write(mr->opaque, addr - mr->base, data, 4);
    }
}
