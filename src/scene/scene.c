/* The walk: a layout's boxes in the order they are drawn → elements with final colours, in groups.
 *
 * A container with a role becomes a group, so does a row of a grid; other containers leave their children to the group
 * above. Every group gets an id that is unique in the map: the block's own, or one made of its place. A block draws
 * first its ground, then itself, then its children. Nothing is measured or shaped here.
 */
#include "walk.h"

#include <string.h>

/* The group that elements go into. */
typedef struct Group {
  CxElements *into;
  const char *id;
  size_t nameless; /* how many groups in it had no id of their own */
} Group;

/* ---- Ids -------------------------------------------------------------------------------------------------- */

/* `wish`, or with a number behind it where a group has that id already. The table holds the last number tried. */
static const char *unique_id(CxWalk *walk, const char *wish) {
  guint number = GPOINTER_TO_UINT(g_hash_table_lookup(walk->ids, wish));
  const char *id = wish;
  while (number > 0 && g_hash_table_contains(walk->ids, id)) id = cx_arena_printf(walk->arena, "%s-%u", wish, ++number);
  g_hash_table_insert(walk->ids, (gpointer)wish, GUINT_TO_POINTER(MAX(number, 1)));
  if (id != wish) g_hash_table_insert(walk->ids, (gpointer)id, GUINT_TO_POINTER(1));
  return id;
}

static const char *group_id(CxWalk *walk, Group *parent, const char *own, const char *role) {
  if (own != NULL) return unique_id(walk, cx_arena_printf(walk->arena, "%s.%s", walk->map, own));
  return unique_id(walk, cx_arena_printf(walk->arena, "%s.%s-%zu", parent->id, role, ++parent->nameless));
}

/* ---- Boxes ------------------------------------------------------------------------------------------------ */

static bool is_container(CxBlockKind kind) {
  switch (kind) {
  case CX_BLOCK_STACK:
  case CX_BLOCK_ROW:
  case CX_BLOCK_FLOW:
  case CX_BLOCK_SPLIT:
  case CX_BLOCK_GRID:
  case CX_BLOCK_CURVE:
  case CX_BLOCK_AREAS:
  case CX_BLOCK_CHART:
  case CX_BLOCK_MATRIX:
  case CX_BLOCK_DIAGRAM:
  case CX_BLOCK_TREE:
  case CX_BLOCK_DISC: return true;
  case CX_BLOCK_TEXT:
  case CX_BLOCK_ICON:
  case CX_BLOCK_FACE:
  case CX_BLOCK_PORTRAIT:
  case CX_BLOCK_SAMPLE:
  case CX_BLOCK_METER:
  case CX_BLOCK_IMAGE:
  case CX_BLOCK_DIVIDER:
  case CX_BLOCK_ARROW:
  case CX_BLOCK_RULE: return false;
  }
  return false;
}

static void draw_own(CxWalk *walk, CxElements *into, const CxBox *box) {
  switch (box->block->kind) {
  case CX_BLOCK_TEXT: cx_draw_text(walk, into, box); break;
  case CX_BLOCK_ICON: cx_draw_icon(walk, into, box); break;
  case CX_BLOCK_FACE: cx_draw_face(walk, into, box); break;
  case CX_BLOCK_PORTRAIT: cx_draw_portrait(walk, into, box); break;
  case CX_BLOCK_SAMPLE: cx_draw_sample(walk, into, box); break;
  case CX_BLOCK_METER: cx_draw_meter(walk, into, box); break;
  case CX_BLOCK_IMAGE: cx_draw_image(walk, into, box); break;
  case CX_BLOCK_RULE: cx_draw_rule(walk, into, box); break;
  case CX_BLOCK_DIVIDER: cx_draw_divider(walk, into, box); break;
  case CX_BLOCK_ARROW: cx_draw_arrow(walk, into, box); break;
  case CX_BLOCK_CURVE: cx_draw_curve(walk, into, box); break;
  case CX_BLOCK_MATRIX: cx_draw_matrix(walk, into, box); break;
  case CX_BLOCK_DISC: cx_draw_disc(walk, into, box); break;
  case CX_BLOCK_STACK:
  case CX_BLOCK_ROW:
  case CX_BLOCK_FLOW:
  case CX_BLOCK_SPLIT:
  case CX_BLOCK_AREAS:
  case CX_BLOCK_CHART:
  case CX_BLOCK_DIAGRAM:
  case CX_BLOCK_TREE:
  case CX_BLOCK_GRID: break;
  }
}

/* With the badges that stand out of it. */
static CxRect group_rect(const CxBox *box) {
  return cx_rect_union(box->rect, box->badges);
}

/* Makes `own` the group of the box where it is one; else its elements go into the group above. */
static Group *open_group(CxWalk *walk, Group *parent, const CxBox *box, Group *own) {
  const CxBlock *block = box->block;
  const char *role = block != NULL ? block->role : box->row->role;
  if (role == NULL || (block != NULL && !is_container(block->kind))) return parent;
  CxElement *group = cx_element_add(walk, parent->into, CX_ELEMENT_GROUP, role, group_rect(box));
  group->id = group_id(walk, parent, block != NULL ? block->id : box->row->id, role);
  group->title = block != NULL ? block->title : box->row->title;
  if (block != NULL) {
    group->ref = block->ref;
    group->link = block->link;
    g_hash_table_insert(walk->groups, (gpointer)block, (gpointer)(group->id + strlen(walk->map) + 1));
  }
  const char *stage = strcmp(role, "stage") == 0 && block != NULL ? group->title : NULL;
  if (stage != NULL && (block->id == NULL || g_hash_table_add(walk->named, (gpointer)block->id)))
    g_string_append_printf(walk->stages, "%s%s", walk->stages->len > 0 ? ", " : "", stage);
  *own = (Group){.into = &group->children, .id = group->id};
  return own;
}

static void draw_box(CxWalk *walk, Group *parent, const CxBox *box) {
  Group own, *group = open_group(walk, parent, box, &own);
  if (box->block != NULL) {
    cx_draw_ground(walk, group->into, box);
    draw_own(walk, group->into, box);
    cx_draw_shapes(walk, group->into, box);
  }
  for (size_t i = 0; i < box->children.count; i++) draw_box(walk, group, box->children.items[i]);
  cx_draw_hairlines(walk, group->into, box);
  cx_draw_edges(walk, group->into, box);
}

/* ---- Pages ------------------------------------------------------------------------------------------------ */

static void draw_page(CxWalk *walk, CxScene *scene, const CxPage *page) {
  CxScenePage drawn = {.width = page->width * page->scale, .height = page->height * page->scale};
  Group top = {.into = &drawn.elements, .id = walk->map};
  if (page->panel != NULL) draw_box(walk, &top, page->panel);
  if (page->body != NULL) draw_box(walk, &top, page->body);
  if (page->footer != NULL) draw_box(walk, &top, page->footer);
  if (page->scale != 1) cx_elements_transform(&drawn.elements, page->scale, (CxPoint){0});
  *cx_list_add(walk->arena, &scene->pages) = drawn;
}

/* For those who do not see the map: what it is, and its stages. */
static const char *describe(CxWalk *walk, const CxSheet *sheet) {
  const char *head = sheet->subject != NULL ? sheet->subject : sheet->title != NULL ? sheet->title : "";
  if (walk->stages->len == 0) return head;
  return cx_arena_printf(walk->arena, "%s. %s.", head, walk->stages->str);
}

CxScene *cx_scene_new(CxArena *arena, const CxLayout *layout, const CxTheme *theme) {
  const CxSheet *sheet = layout->sheet;
  size_t icon_count;
  cx_icons(&icon_count);
  CxWalk walk = {.arena = arena,
                 .theme = theme,
                 .map = sheet->id,
                 .is_rtl = layout->is_rtl,
                 .icons = cx_new_array(arena, CxIconPaths, icon_count),
                 .ids = g_hash_table_new(g_str_hash, g_str_equal),
                 .groups = g_hash_table_new(NULL, NULL),
                 .named = g_hash_table_new(NULL, NULL),
                 .stages = g_string_new(NULL)};
  CxScene *scene = cx_new(arena, CxScene);
  *scene = (CxScene){.map = sheet->id,
                     .kind = sheet->kind,
                     .title = sheet->title,
                     .lang = sheet->lang,
                     .document = sheet->document,
                     .author = sheet->author,
                     .subject = sheet->subject,
                     .keywords = sheet->keywords,
                     .date = sheet->date,
                     .paper = cx_theme_colour(theme, CX_PAINT_PAPER, CX_HUE_NONE)};
  for (size_t i = 0; i < layout->pages.count; i++) draw_page(&walk, scene, &layout->pages.items[i]);
  if (scene->pages.count > 0) {
    scene->width = scene->pages.items[0].width;
    scene->height = scene->pages.items[0].height;
  }
  scene->description = describe(&walk, sheet);
  g_string_free(walk.stages, TRUE);
  g_hash_table_destroy(walk.groups);
  g_hash_table_destroy(walk.ids);
  g_hash_table_destroy(walk.named);
  return scene;
}

CxScene *cx_scene_of_page(CxArena *arena, const CxScene *scene, size_t page) {
  CxScene *single = cx_new(arena, CxScene);
  *single = *scene;
  single->pages.items = &scene->pages.items[page];
  single->pages.count = single->pages.capacity = 1;
  single->width = scene->pages.items[page].width;
  single->height = scene->pages.items[page].height;
  return single;
}
