#include "board/timer.h"
#include "board/glib.h"

#define MAX_TIMERS 8

struct BoardTimer {
    TimerCB *cb;
    void *opaque;
    int64_t due;
};

static BoardTimer *timers[MAX_TIMERS];
static int64_t now;

BoardTimer *timer_new(TimerCB *cb, void *opaque)
{
    BoardTimer *timer = g_new0(BoardTimer, 1);

    timer->cb = cb;
    timer->opaque = opaque;
    timer->due = INT64_MAX;
    for (int i = 0; i < MAX_TIMERS; i++) {
        if (!timers[i]) {
            timers[i] = timer;
            break;
        }
    }
    return timer;
}

void timer_mod(BoardTimer *timer, int64_t ticks)
{
    timer->due = now + ticks;
}

void timer_free(BoardTimer *timer)
{
    for (int i = 0; i < MAX_TIMERS; i++) {
        if (timers[i] == timer) {
            timers[i] = NULL;
        }
    }
    g_free(timer);
}

void board_run(int64_t ticks)
{
    for (int64_t end = now + ticks; now < end; now++) {
        for (int i = 0; i < MAX_TIMERS; i++) {
            if (timers[i] && timers[i]->due <= now) {
                timers[i]->due = INT64_MAX;
                timers[i]->cb(timers[i]->opaque);
            }
        }
    }
}
