/* Deals the columns of a tree that is wider than its page out to parts.
 *
 * In: a tree's frame, a width. Out: blocks with trees of their own, each a run of columns of causes with the answers to
 * these beside them. Where causes go on in another part there is a numbered disc in both, so that a part is a tree like
 * any other, with a root for each disc.
 */
#include "diagram.h"

typedef struct Folding {
  CxTypesetter *setter;
  const CxBlock *block;
  const CxTree *tree;
  size_t causes;        /* columns of the problem and its causes */
  bool *has_answers;    /* of each of these */
  double column, width; /* of a column at least; of a part at most */
  size_t *numbers;      /* of each node whose causes are in the next part; 0: none yet */
  size_t count;         /* of these */
} Folding;

typedef CX_LIST(size_t) Ends;

typedef struct Part {
  Folding *folding;
  CxBlock *block;
  CxTree *tree;
  size_t first, end; /* columns */
  size_t *places;    /* of the whole tree's nodes in the part */
  size_t *discs;     /* of the whole tree's nodes: the disc before or behind them, from 1; 0: none */
} Part;

/* ---- Columns --------------------------------------------------------------------------------------------------- */

/* One column of causes and one of answers, between discs. */
double cx_tree_least_part(const CxTypesetter *setter, double column) {
  const CxSizes *sizes = &setter->theme->sizes;
  return 2 * column + 2 * sizes->badge + 3 * sizes->cause_gap;
}

static size_t count_causes(const CxTree *tree) {
  size_t last = 0;
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (!tree->nodes.items[i].is_answer) last = MAX(last, tree->nodes.items[i].column);
  return last + 1;
}

/* Of a column of causes: whether there are answers to them. */
static bool *find_answers(const CxTree *tree) {
  bool *has_answers = g_new0(bool, tree->nodes.count + 1);
  for (size_t i = 0; i < tree->nodes.count; i++)
    if (tree->nodes.items[i].is_answer) has_answers[tree->nodes.items[tree->nodes.items[i].parent].column] = true;
  return has_answers;
}

static bool do_fit(const Folding *folding, size_t first, size_t end) {
  const CxSizes *sizes = &folding->setter->theme->sizes;
  const size_t discs = (first > 0 ? 1 : 0) + (end < folding->causes ? 1 : 0);
  size_t columns = end - first;
  for (size_t i = first; i < end; i++)
    if (folding->has_answers[i]) {
      columns++;
      break;
    }
  const double gaps = sizes->cause_gap * (double)(columns + discs - 1);
  return (double)columns * folding->column + (double)discs * sizes->badge + gaps <= folding->width + 1e-6;
}

static size_t fitting_end(const Folding *folding, size_t first) {
  size_t end = folding->causes;
  while (end > first + 1 && !do_fit(folding, first, end)) end--;
  return end;
}

static size_t even_end(const Folding *folding, size_t part, size_t parts) {
  return folding->causes * (part + 1) / parts;
}

/* The ends of as few parts as there can be, with about as many columns each if that is possible. */
static Ends choose_ends(const Folding *folding) {
  Ends ends = {0};
  bool is_even = true;
  for (size_t first = 0; first < folding->causes; first = ends.items[ends.count - 1])
    *cx_list_add(folding->setter->arena, &ends) = fitting_end(folding, first);
  for (size_t i = 0; i < ends.count; i++)
    is_even =
        is_even && do_fit(folding, i > 0 ? even_end(folding, i - 1, ends.count) : 0, even_end(folding, i, ends.count));
  for (size_t i = 0; i < ends.count && is_even; i++) ends.items[i] = even_end(folding, i, ends.count);
  return ends;
}

/* ---- A part ---------------------------------------------------------------------------------------------------- */

static bool is_in(const Part *part, size_t node) {
  const CxTreeNode *own = &part->folding->tree->nodes.items[node];
  const size_t column = own->is_answer ? part->folding->tree->nodes.items[own->parent].column : own->column;
  return column >= part->first && column < part->end;
}

/* Behind a disc, if there is one. */
static size_t column_in(const Part *part, size_t column) {
  return column - part->first + (part->first > 0 ? 1 : 0);
}

static size_t add_node(Part *part, CxTreeNode node) {
  CxArena *arena = part->folding->setter->arena;
  *cx_list_add(arena, &part->tree->nodes) = node;
  cx_block_add(arena, part->block, node.block);
  cx_block_add(arena, part->block, node.under);
  return part->tree->nodes.count - 1;
}

static CxBlock *disc_at(Folding *folding, size_t node) {
  if (folding->numbers[node] == 0) folding->numbers[node] = ++folding->count;
  return cx_connector_block(folding->setter, folding->numbers[node], folding->tree->nodes.items[node].block);
}

/* The disc from which the causes of a node of the part before go on. */
static size_t come(Part *part, size_t node) {
  if (part->discs[node] == 0) {
    const CxTreeNode disc = {.block = disc_at(part->folding, node), .parent = part->tree->nodes.count};
    part->discs[node] = add_node(part, disc) + 1;
  }
  return part->discs[node] - 1;
}

/* The disc at which the causes of a node go on in the next part. */
static void leave(Part *part, const CxTreeNode *cause) {
  if (part->discs[cause->parent] > 0) return;
  CxTreeNode disc = {.block = disc_at(part->folding, cause->parent),
                     .parent = part->places[cause->parent],
                     .column = column_in(part, part->end),
                     .edge = cause->edge};
  disc.edge.to = disc.block;
  part->discs[cause->parent] = add_node(part, disc) + 1;
}

static void take(Part *part, size_t index, size_t answers) {
  CxTreeNode node = part->folding->tree->nodes.items[index];
  if (node.parent != index && !is_in(part, node.parent)) {
    node.parent = come(part, node.parent);
    node.edge.from = part->tree->nodes.items[node.parent].block;
  } else {
    node.parent = node.parent == index ? part->tree->nodes.count : part->places[node.parent];
  }
  node.column = node.is_answer ? answers : column_in(part, node.column);
  part->places[index] = add_node(part, node);
}

/* Whether a cause that is not in the part hangs on one that is. */
static bool goes_on_at(const Part *part, size_t index) {
  const CxTreeNode *node = &part->folding->tree->nodes.items[index];
  return !node->is_answer && !is_in(part, index) && is_in(part, node->parent);
}

static void add_words(Part *part, CxBlocks *words, CxBlock *block) {
  CxArena *arena = part->folding->setter->arena;
  *cx_list_add(arena, words) = block;
  cx_block_add(arena, part->block, block);
}

/* The names of the columns, and the words of the way back between those of causes. */
static void add_heads(Part *part, bool goes_on, bool has_answers) {
  const CxTree *whole = part->folding->tree;
  if (part->first > 0) {
    add_words(part, &part->tree->heads, NULL);
    add_words(part, &part->tree->backs, NULL);
  }
  for (size_t i = part->first; i < part->end; i++) {
    add_words(part, &part->tree->heads, whole->heads.items[i]);
    if (i + 1 < part->end) add_words(part, &part->tree->backs, whole->backs.items[i]);
  }
  if (goes_on) add_words(part, &part->tree->heads, NULL);
  if (has_answers) add_words(part, &part->tree->heads, whole->heads.items[whole->heads.count - 1]);
}

static CxBlock *make_part(Folding *folding, size_t first, size_t end) {
  const CxTree *whole = folding->tree;
  Part part = {.folding = folding, .first = first, .end = end};
  part.block = cx_block_childless(folding->setter->arena, folding->block);
  part.tree = part.block->tree = cx_new(folding->setter->arena, CxTree);
  part.tree->is_part = true;
  part.places = g_new0(size_t, 2 * whole->nodes.count + 1);
  part.discs = part.places + whole->nodes.count;
  bool goes_on = false, has_answers = false;
  for (size_t i = 0; i < whole->nodes.count; i++) {
    goes_on = goes_on || goes_on_at(&part, i);
    has_answers = has_answers || (whole->nodes.items[i].is_answer && is_in(&part, i));
  }
  const size_t answers = column_in(&part, end) + (goes_on ? 1 : 0);
  for (size_t i = 0; i < whole->nodes.count; i++) {
    if (is_in(&part, i))
      take(&part, i, answers);
    else if (goes_on_at(&part, i))
      leave(&part, &whole->nodes.items[i]);
  }
  add_heads(&part, goes_on, has_answers);
  g_free(part.places);
  return part.block;
}

/* ---- All of them ----------------------------------------------------------------------------------------------- */

CxBlocks cx_tree_fold(CxTypesetter *setter, const CxFrame *frame, double width) {
  const CxTree *tree = frame->tree->tree;
  Folding folding = {
      .setter = setter, .block = frame->block, .tree = tree, .column = frame->tree->fair, .width = width};
  folding.causes = count_causes(tree);
  folding.has_answers = find_answers(tree);
  folding.numbers = g_new0(size_t, tree->nodes.count + 1);
  const Ends ends = choose_ends(&folding);
  CxBlocks parts = {0};
  for (size_t i = 0; i < ends.count; i++)
    *cx_list_add(setter->arena, &parts) = make_part(&folding, i > 0 ? ends.items[i - 1] : 0, ends.items[i]);
  g_free(folding.numbers);
  g_free(folding.has_answers);
  return parts;
}
