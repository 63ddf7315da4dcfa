/* Memory: allocations in, one owner out.
 *
 * An arena cuts allocations off the end of blocks that double in size, so that an allocation is an addition and freeing
 * is a walk over a handful of blocks. What is large for the present block gets a block of its own, so that no room is
 * wasted. Built with CX_ARENA_MALLOC each allocation is a block of its own: the sanitizers then see every overrun.
 * Lists live here as well: they only ever grow, and leave their smaller predecessors behind.
 *
 * Sizes that cannot be are treated like memory that is not there: the program ends, as GLib's does.
 */
#include "cxmap/base.h"

#include <stdarg.h>
#include <string.h>

#define ALIGNMENT _Alignof(max_align_t)
#define FIRST_BLOCK ((size_t)16 * 1024)
#define LARGEST_BLOCK ((size_t)1024 * 1024)

typedef struct Block Block;
struct Block {
  Block *previous;
  _Alignas(max_align_t) char data[];
};

typedef struct Hook Hook;
struct Hook {
  Hook *previous;
  GDestroyNotify release;
  void *object;
};

struct CxArena {
  Block *blocks;
  Hook *hooks;
  char *room; /* the unused end of a block */
  size_t room_size, next_block;
};

CxArena *cx_arena_new(void) {
  CxArena *arena = g_new0(CxArena, 1);
  arena->next_block = FIRST_BLOCK;
  return arena;
}

void cx_arena_free(CxArena *arena) {
  if (arena == NULL) return;
  /* A hook may add hooks while it runs, so the list is read anew each time. */
  while (arena->hooks != NULL) {
    const Hook *hook = arena->hooks;
    arena->hooks = hook->previous;
    hook->release(hook->object);
  }
  for (Block *block = arena->blocks, *previous; block != NULL; block = previous) {
    previous = block->previous;
    g_free(block);
  }
  g_free(arena);
}

static void *add_block(CxArena *arena, size_t size) {
  if (size > SIZE_MAX - sizeof(Block)) g_error("cannot allocate %zu bytes", size);
  Block *block = g_malloc0(sizeof(Block) + size);
  block->previous = arena->blocks;
  arena->blocks = block;
  return block->data;
}

#ifdef CX_ARENA_MALLOC

void *cx_arena_alloc(CxArena *arena, size_t size) {
  return add_block(arena, size);
}

#else

void *cx_arena_alloc(CxArena *arena, size_t size) {
  if (size > SIZE_MAX - ALIGNMENT) g_error("cannot allocate %zu bytes", size);
  size_t rounded = (MAX(size, 1) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  if (rounded > arena->room_size) {
    if (rounded > arena->next_block / 4) return add_block(arena, rounded);
    arena->room = add_block(arena, arena->next_block);
    arena->room_size = arena->next_block;
    arena->next_block = MIN(arena->next_block * 2, LARGEST_BLOCK);
  }
  void *result = arena->room;
  arena->room += rounded;
  arena->room_size -= rounded;
  return result;
}

#endif

void *cx_arena_alloc_array(CxArena *arena, size_t size, size_t count) {
  size_t total;
  if (__builtin_mul_overflow(size, count, &total)) g_error("cannot allocate %zu times %zu bytes", count, size);
  return cx_arena_alloc(arena, total);
}

char *cx_arena_strdup(CxArena *arena, const char *text) {
  return text == NULL ? NULL : cx_arena_strndup(arena, text, strlen(text));
}

char *cx_arena_strndup(CxArena *arena, const char *text, size_t length) {
  if (text == NULL) return NULL;
  size_t used = strnlen(text, length);
  char *copy = cx_arena_alloc(arena, used + 1);
  memcpy(copy, text, used);
  return copy;
}

char *cx_arena_printf(CxArena *arena, const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  char *text = g_strdup_vprintf(format, arguments);
  va_end(arguments);
  char *copy = cx_arena_strdup(arena, text);
  g_free(text);
  return copy;
}

void cx_arena_defer(CxArena *arena, GDestroyNotify release, void *object) {
  Hook *hook = cx_new(arena, Hook);
  *hook = (Hook){.previous = arena->hooks, .release = release, .object = object};
  arena->hooks = hook;
}

void *cx_list_grow(CxArena *arena, void *items, size_t count, size_t *capacity, size_t size) {
  if (count < *capacity) {
    /* A list may have been cut by its owner: what was there before must not shine through. */
    memset((char *)items + count * size, 0, size);
    return items;
  }
  size_t larger = *capacity == 0 ? 4 : *capacity * 2;
  void *moved = cx_arena_alloc_array(arena, size, larger);
  if (count > 0) memcpy(moved, items, count * size);
  *capacity = larger;
  return moved;
}
