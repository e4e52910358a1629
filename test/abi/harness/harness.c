#define _GNU_SOURCE
#include "harness.h"
#include <sys/mman.h>

const void *read_only(const void *bytes, size_t size)
{
    void *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    memcpy(page, bytes, size);
    mprotect(page, 4096, PROT_READ);
    return page;
}
