#ifndef BOARD_GLIB_H
#define BOARD_GLIB_H

#include <stddef.h>

/* The few names of GLib that the board uses, so that it builds where GLib is not at hand. */

typedef int gboolean;
typedef unsigned int guint;
typedef char gchar;
typedef void *gpointer;
typedef void (*GFunc)(gpointer data, gpointer user_data);

typedef struct GArray {
    gchar *data;
    guint len;
} GArray;

typedef struct GSList GSList;
struct GSList {
    gpointer data;
    GSList *next;
};

/* Belongs to whoever holds it; freed with g_error_free(). */
typedef struct GError {
    unsigned domain;
    int code;
    gchar *message;
} GError;

void g_set_error_literal(GError **err, unsigned domain, int code, const gchar *message);
void g_error_free(GError *error);

GArray *g_array_new(gboolean zero_terminated, gboolean clear, guint element_size);
GArray *g_array_append_vals(GArray *array, const void *data, guint len);
void g_array_unref(GArray *array);
#define g_array_index(a, t, i) (((t *)(void *)(a)->data)[(i)])
#define g_array_append_val(a, v) g_array_append_vals((a), &(v), 1)

GSList *g_slist_prepend(GSList *list, gpointer data);
void g_slist_foreach(GSList *list, GFunc func, gpointer user_data);
void g_slist_free(GSList *list);

gchar *g_strdup(const gchar *str);
gpointer g_malloc0(size_t size);
void g_free(gpointer mem);

#define g_new0(type, count) ((type *)g_malloc0(sizeof(type) * (count)))

#endif
