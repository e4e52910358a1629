#include "board/glib.h"
#include <stdlib.h>
#include <string.h>

typedef struct RealArray {
    GArray array;
    guint element_size;
    guint capacity;
} RealArray;

GArray *g_array_new(gboolean zero_terminated, gboolean clear, guint element_size)
{
    RealArray *real = calloc(1, sizeof(*real));

    (void)zero_terminated;
    (void)clear;
    real->element_size = element_size;
    return &real->array;
}

GArray *g_array_append_vals(GArray *array, const void *data, guint len)
{
    RealArray *real = (RealArray *)array;

    if (array->len + len > real->capacity) {
        real->capacity = (array->len + len) * 2;
        array->data = realloc(array->data, (size_t)real->capacity * real->element_size);
    }
    memcpy(array->data + (size_t)array->len * real->element_size, data, (size_t)len * real->element_size);
    array->len += len;
    return array;
}

void g_array_unref(GArray *array)
{
    free(array->data);
    free(array);
}

GSList *g_slist_prepend(GSList *list, gpointer data)
{
    GSList *link = calloc(1, sizeof(*link));

    link->data = data;
    link->next = list;
    return link;
}

void g_slist_foreach(GSList *list, GFunc func, gpointer user_data)
{
    for (; list; list = list->next) {
        func(list->data, user_data);
    }
}

void g_slist_free(GSList *list)
{
    while (list) {
        GSList *next = list->next;

        free(list);
        list = next;
    }
}

void g_set_error_literal(GError **err, unsigned domain, int code, const gchar *message)
{
    GError *error;

    if (!err) {
        return;
    }
    error = g_new0(GError, 1);
    error->domain = domain;
    error->code = code;
    error->message = g_strdup(message);
    *err = error;
}

void g_error_free(GError *error)
{
    g_free(error->message);
    g_free(error);
}

gchar *g_strdup(const gchar *str)
{
    return str ? strdup(str) : NULL;
}

gpointer g_malloc0(size_t size)
{
    return calloc(1, size);
}

void g_free(gpointer mem)
{
    free(mem);
}
