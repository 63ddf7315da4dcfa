/* The tables of a user flow: its lanes, its steps and where each of them leads; and the lanes of steps that name none.
 *
 * `next` is written as people type it: an id, several, or a map from what stands at the exit to the step behind it.
 */
#include "tables.h"

/* ---- Where a step leads ----------------------------------------------------------------------------- */

static const CxField edge_fields[] = {
    {CX_REF_ROW("to", CxFlowEdge, to, cx_table_flow_step), .flags = CX_NEEDED,
     .doc = "The id of the step that comes next, in the same flow."},
    {CX_TEXT_ROW("label", CxFlowEdge, label), .doc = "A word or two at the beginning of the arrow: `yes`."},
    {CX_WORD_ROW("style", CxFlowEdge, style, CxArrowStyle, cx_arrow_styles), .fallback = "solid",
     .doc = "How the arrow's line is drawn."},
};

static const CxTable edge_table = {
    .name = "exit",
    .doc = "Where a step leads. An id alone is enough; the key in a map of exits is the `label`.",
    CX_FIELDS(edge_fields),
    .size = sizeof(CxFlowEdge),
    .short_key = "to",
};

static void edge_decode(CxDecoder *decoder, const CxNode *node, const CxNode *label, CxFlowStep *step) {
  if (cx_node_is_absent(node)) return;
  CxFlowEdge *edge = cx_decode_object(decoder, &edge_table, node);
  if (edge == NULL) return;
  if (label != NULL && edge->label.text == NULL) cx_decode_text(decoder, label, &edge->label);
  *cx_list_add(decoder->arena, &step->next) = edge;
}

/* One, or several with the same label. */
static void edges_decode(CxDecoder *decoder, const CxNode *node, const CxNode *label, CxFlowStep *step) {
  if (node->kind != CX_NODE_LIST) {
    edge_decode(decoder, node, label, step);
    return;
  }
  for (size_t i = 0; i < node->list.count; i++) edge_decode(decoder, node->list.items[i], label, step);
}

static void next_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxFlowStep *step = (CxFlowStep *)((char *)member - field->offset);
  if (node->kind != CX_NODE_MAP || cx_key_find(node, "to") != NULL) {
    edges_decode(decoder, node, NULL, step);
    return;
  }
  for (size_t i = 0; i < node->map.count; i++)
    edges_decode(decoder, node->map.items[i].value, node->map.items[i].key, step);
}

static bool next_write(const CxField *field, const void *member, CxJson *json) {
  const CxFlowStep *step = (const CxFlowStep *)((const char *)member - field->offset);
  if (step->next.count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < step->next.count; i++) cx_schema_write_object(&edge_table, step->next.items[i], json);
  cx_json_end(json);
  return true;
}

static const CxType type_next = {
    .name = "an id, a list of exits, or a map from labels to ids", .decode = next_decode, .write = next_write};

/* ---- Steps ------------------------------------------------------------------------------------------ */

static const CxWord kind_words[] = {
    {"start", CX_STEP_START, "Where the flow begins."},
    {"end", CX_STEP_END, "Where it ends."},
    {"process", CX_STEP_PROCESS, "Something is done."},
    {"decision", CX_STEP_DECISION, "A question; each answer is an exit with a label."},
    {"input", CX_STEP_INPUT, "Somebody types or chooses something, or something is handed out."},
    {"screen", CX_STEP_SCREEN, "Something is shown."},
    {"document", CX_STEP_DOCUMENT, "A letter, a form, a message."},
    {"data", CX_STEP_DATA, "Something is stored or looked up."},
    {"subflow", CX_STEP_SUBFLOW, "A flow of its own, told elsewhere."},
    {"wait", CX_STEP_WAIT, "Nothing happens for a while."},
    {"note", CX_STEP_NOTE, "A remark. What it leads to is what it speaks of."},
};

static const CxWords kinds = {.name = "kind of step", .words = kind_words, .count = CX_COUNT(kind_words)};

static const CxField lane_fields[] = {
    {CX_TEXT_ROW("name", CxFlowLane, name), .flags = CX_NEEDED, .doc = "Who acts in the lane."},
    {CX_ROW("icon", cx_type_icon, CX_AT(CxFlowLane, icon, CxIconRef)),
     .doc =
         "An icon at the name: a built-in one's name, or the path of an image (it has a dot or a slash). Where one can "
         "be found for every lane they come of themselves: that of the touchpoint, the channel or the built-in icon "
         "with the lane's id (`customer`, `system`, `agent`, `store`); a persona's id gives a person."},
};

static const CxTable lane_table = {
    .name = "flow lane",
    .doc = "A lane of a flow: all that one actor does. A text alone is the `name`.",
    CX_FIELDS(lane_fields),
    .size = sizeof(CxFlowLane),
    .short_key = "name",
};

static const CxField step_fields[] = {
    {CX_WORD_ROW("kind", CxFlowStep, kind, CxStepKind, kinds), .fallback = "process",
     .doc = "What kind of step it is; each has a shape of its own."},
    {CX_TEXT_ROW("text", CxFlowStep, text), .doc = "What happens; the step's id where it is not given."},
    {CX_REF_ROW("lane", CxFlowStep, lane, lane_table),
     .doc = "The lane it stands in. Without it that of the first step that leads to it, or else the first one; a note "
            "stands in that of the step it speaks of."},
    {CX_ROW("next", type_next, CX_LIST_AT(CxFlowStep, next, CxFlowEdge *)), .table = &edge_table,
     .doc = "What comes next: an id; a list of ids; a map from the label of each exit to its id, as in "
            "`{yes: login, no: guest}`; or a list of maps with `to`, `label` and `style`."},
    {CX_ROW("touchpoint", cx_type_touchpoint, CX_AT(CxFlowStep, touchpoint, CxTouchpoints)),
     .table = &cx_table_touchpoint, .doc = "Where it happens, as in a stage: an icon stands before the text."},
    {CX_STRUCT_ROW("emotion", CxFlowStep, emotion, CxEmotion, cx_table_emotion),
     .doc = "How the customer feels there: a face at the corner."},
    {CX_FLAG_ROW("pain", CxFlowStep, pain), .doc = "`true` marks a point that hurts with a bolt."},
    {CX_TEXT_ROW("note", CxFlowStep, note), .doc = "A remark, on a note beside the step."},
    {CX_REFS_ROW("evidence", CxFlowStep, evidence, cx_table_evidence),
     .doc = "Ids of the evidence for the step; each becomes a numbered mark."},
};

const CxTable cx_table_flow_step = {
    .name = "flow step",
    .doc = "A step of a flow. A text alone is the `text`.",
    CX_FIELDS(step_fields),
    .size = sizeof(CxFlowStep),
    .short_key = "text",
};

/* ---- Flows ------------------------------------------------------------------------------------------ */

static const CxWord direction_words[] = {
    {"right", CX_DIRECTION_RIGHT, "From the left to the right, lanes under each other."},
    {"down", CX_DIRECTION_DOWN, "From the top to the bottom, lanes beside each other."},
};

static const CxWords directions = {.name = "direction", .words = direction_words, .count = CX_COUNT(direction_words)};

static const CxField fields[] = {
    {CX_TEXT_ROW("title", CxFlow, title), .doc = "The map's title; the document's where it is not given."},
    {CX_WORD_ROW("direction", CxFlow, direction, CxDirection, directions), .fallback = "right",
     .doc = "Which way the flow runs. In languages written from right to left `right` runs to the left."},
    {CX_SECTION_ROW("lanes", CxFlow, lanes, CxFlowLane, lane_table), .doc = "Who takes part, by id, in this order."},
    {CX_SECTION_ROW("steps", CxFlow, steps, CxFlowStep, cx_table_flow_step), .flags = CX_NEEDED,
     .doc = "The steps, by id."},
};

const CxTable cx_table_flow = {
    .name = "flow",
    .doc = "A user flow: every step that a customer, or the service, takes, with its decisions. Steps are drawn in the "
           "shapes of ISO 5807.",
    CX_FIELDS(fields),
    .size = sizeof(CxFlow),
};

/* ---- After all definitions are known ---------------------------------------------------------------- */

static void drop_dangling(CxFlowStep *step) {
  size_t kept = 0;
  for (size_t i = 0; i < step->next.count; i++)
    if (step->next.items[i]->to.object != NULL) step->next.items[kept++] = step->next.items[i];
  step->next.count = kept;
}

/* Of each step the first other one that leads to it, of a note what it speaks of; NULL where there is none. */
static const CxFlowStep **first_leading(const CxFlow *flow) {
  const CxFlowStep **leading = g_new0(const CxFlowStep *, flow->steps.count + 1);
  for (size_t i = 0; i < flow->steps.count; i++) {
    const CxFlowStep *step = flow->steps.items[i];
    if (step->kind == CX_STEP_NOTE) {
      if (step->next.count > 0) leading[i] = step->next.items[0]->to.object;
      continue;
    }
    for (size_t k = 0; k < step->next.count; k++) {
      const CxFlowStep *to = step->next.items[k]->to.object;
      if (to != step && leading[to->index] == NULL) leading[to->index] = step;
    }
  }
  return leading;
}

static void set_lane(CxFlowStep *step, CxFlowLane *lane) {
  step->lane.object = lane;
  step->lane.id = lane->object.id;
}

/* Follows those that lead to a step back to one that has a lane; all on the way get it. A circle of steps without
 * lanes, and the beginning of a flow, get the first. */
static void find_lane(const CxFlow *flow, const CxFlowStep *const *leading, CxFlowStep *step, size_t *visits,
                      size_t visit) {
  const CxFlowStep *at = step;
  while (at != NULL && at->lane.object == NULL && visits[at->index] != visit) {
    visits[at->index] = visit;
    at = leading[at->index];
  }
  CxFlowLane *lane = at != NULL && at->lane.object != NULL ? at->lane.object : flow->lanes.items[0];
  for (const CxFlowStep *back = step; back != NULL && back->lane.object == NULL; back = leading[back->index])
    set_lane(flow->steps.items[back->index], lane);
}

static void find_lanes(const CxFlow *flow) {
  if (flow->lanes.count == 0) return;
  const CxFlowStep **leading = first_leading(flow);
  size_t *visits = g_new0(size_t, flow->steps.count + 1);
  for (size_t i = 0; i < flow->steps.count; i++) find_lane(flow, leading, flow->steps.items[i], visits, i + 1);
  g_free(visits);
  g_free(leading);
}

static void check_count(CxDecoder *decoder, const CxFlow *flow) {
  if (flow->steps.count <= CX_LIMIT_COLUMNS) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_TOO_MANY_COLUMNS, flow->object.id_span,
                                "the flow has %zu steps, more than %d", flow->steps.count, CX_LIMIT_COLUMNS);
  cx_diag_help(decoder->diagnostics, diag, "tell it in several flows, each a `subflow` of one above them");
}

void cx_flow_finish(CxDecoder *decoder, CxModel *model, CxFlow *flow) {
  if (flow->title.text == NULL) flow->title = model->title;
  check_count(decoder, flow);
  for (size_t i = 0; i < flow->steps.count; i++) {
    CxFlowStep *step = flow->steps.items[i];
    step->index = i;
    cx_touchpoints_finish(decoder, &step->touchpoint);
  }
  cx_flow_check(decoder, flow);
  for (size_t i = 0; i < flow->steps.count; i++) drop_dangling(flow->steps.items[i]);
  find_lanes(flow);
}
