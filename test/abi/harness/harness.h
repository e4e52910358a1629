/* Both sides write what they send and what they receive; when they agree on the ABI, the two logs are equal. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/types.h>

void c_log(const char *text);
/* A copy of some bytes that nobody may write to. */
const void *read_only(const void *bytes, size_t size);

static inline void log_signed(long long v) { char t[32]; snprintf(t, sizeof t, "%lld", v); c_log(t); }
static inline void log_unsigned(unsigned long long v) { char t[32]; snprintf(t, sizeof t, "%llu", v); c_log(t); }
static inline void log_float(double v) { char t[32]; snprintf(t, sizeof t, "%g", v); c_log(t); }

/* Reads a bool as the byte it is. */
static inline void log_bool(const void *p) { unsigned char b; memcpy(&b, p, 1); log_unsigned(b); }

#define LOG(x) do { \
    __auto_type v_ = (x); \
    (void)_Generic(v_, bool: (log_bool(&v_), 0), \
        char: (log_signed((long long)(v_)), 0), signed char: (log_signed((long long)(v_)), 0), \
        unsigned char: (log_unsigned((unsigned long long)(v_)), 0), \
        short: (log_signed((long long)(v_)), 0), unsigned short: (log_unsigned((unsigned long long)(v_)), 0), \
        int: (log_signed((long long)(v_)), 0), unsigned: (log_unsigned((unsigned long long)(v_)), 0), \
        long: (log_signed((long long)(v_)), 0), unsigned long: (log_unsigned((unsigned long long)(v_)), 0), \
        long long: (log_signed((long long)(v_)), 0), unsigned long long: (log_unsigned((unsigned long long)(v_)), 0), \
        float: (log_float((double)(v_)), 0), double: (log_float((double)(v_)), 0)); \
  } while (0)

/* Values that show a wrong width, sign or place. `k` counts them. */
#define PROBE(T, k) ((T)_Generic((T){0}, bool: 1, \
    char: 65 + (k), signed char: -15 - (k), unsigned char: 241 - (k), \
    short: -3857 - (k), unsigned short: 61697 - (k), \
    int: -252645135 - (k), unsigned: 4042322161u - (k), \
    long: -1085102592571150095l - (k), unsigned long: 17361641481138401521ul - (k), \
    long long: -1085102592571150095ll - (k), unsigned long long: 17361641481138401521ull - (k), \
    float: 1.5f + (k), double: 2.25 + (k)))

#define LOG_POINTER(p) do { if (p) LOG(*(p)); else c_log("null"); } while (0)
#define LOG_POINTER2(p) do { if (p) LOG(**(p)); else c_log("null"); } while (0)
#define LOG_TEXT(p) do { if (p) c_log((const char *)(p)); else c_log("null"); } while (0)
/* What hides behind an opaque pointer begins with a tag. */
#define LOG_TAG(p) do { if (p) log_unsigned(*(const uint32_t *)(p)); else c_log("null"); } while (0)
#define LOG_TAG2(p) do { if (p) log_unsigned(**(const uint32_t *const *)(p)); else c_log("null"); } while (0)
#define LOG_ARRAY(a) do { for (size_t i_ = 0; i_ < sizeof(a) / sizeof((a)[0]); i_++) LOG((a)[i_]); } while (0)
