/* The tables of touchpoints and channels, the channels that are built in, and the touchpoints that a stage names.
 *
 * Where the document has a section `touchpoints`, a text in a stage is one of its ids; elsewhere it is a touchpoint's
 * name. A map is a touchpoint of its own either way. One that names no channel gets the channel of its own name
 * ("App" → app), else `other`.
 */
#include "tables.h"

/* ---- Channels ------------------------------------------------------------------------------------- */

static const CxField channel_fields[] = {
    {CX_TEXT_ROW("name", CxChannel, name), .flags = CX_NEEDED, .doc = "What the channel is called."},
    {CX_ROW("icon", cx_type_icon, CX_AT(CxChannel, icon, CxIconRef)),
     .doc = "Its icon: the name of a built-in one, or the path of an image (it has a dot or a slash)."},
};

const CxTable cx_table_channel = {
    .name = "channel",
    .doc = "A way in which customers and the service meet. Built in, each with an icon: `web`, `app`, `email`, `sms`, "
           "`phone`, `chat`, `social`, `store`, `post`, `ad`, `event`, `word-of-mouth`, `kiosk`, `agent`, `device`, "
           "`review`, `search`, `payment`, `delivery`, `support`, `other`. A text alone is the `name`.",
    CX_FIELDS(channel_fields),
    .size = sizeof(CxChannel),
    .short_key = "name",
};

static const char *const builtin_channels[] = {
    "web",           "app",   "email", "sms",    "phone",  "chat",   "social",  "store",    "post",    "ad",    "event",
    "word-of-mouth", "kiosk", "agent", "device", "review", "search", "payment", "delivery", "support", "other",
};

static bool has_channel(const CxModel *model, const char *id) {
  for (size_t i = 0; i < model->channels.count; i++)
    if (g_str_equal(model->channels.items[i]->object.id, id)) return true;
  return false;
}

void cx_channels_add_builtin(CxDecoder *decoder, CxModel *model) {
  for (size_t i = 0; i < CX_COUNT(builtin_channels); i++) {
    if (has_channel(model, builtin_channels[i])) continue;
    CxChannel *channel = cx_new(decoder->arena, CxChannel);
    channel->object.id = channel->icon.name = builtin_channels[i];
    channel->is_builtin = true;
    channel->place = i;
    *cx_list_add(decoder->arena, &model->channels) = channel;
    cx_decoder_register(decoder, &cx_table_channel, &channel->object);
  }
}

/* ---- Touchpoints ---------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxTouchpoint, name), .flags = CX_NEEDED, .doc = "What the touchpoint is called."},
    {CX_REF_ROW("channel", CxTouchpoint, channel, cx_table_channel),
     .doc = "The channel it belongs to, your own or a built-in one; it gives the icon. Without it the channel that has "
            "the touchpoint's name is taken, or else `other`."},
    {CX_TEXT_ROW("owner", CxTouchpoint, owner), .doc = "Who looks after the touchpoint."},
    {CX_TEXT_ROW("description", CxTouchpoint, description), .doc = "What happens there."},
    {CX_ROW("icon", cx_type_icon, CX_AT(CxTouchpoint, icon, CxIconRef)),
     .doc = "An icon of its own: the name of a built-in one, or the path of an image (it has a dot or a slash)."},
    {CX_REFS_ROW("evidence", CxTouchpoint, evidence, cx_table_evidence),
     .doc = "Ids of the evidence on the touchpoint."},
    {CX_ROW("metrics", cx_type_metrics, CX_AT(CxTouchpoint, metrics, CxMetrics)), .table = &cx_table_metric,
     .doc = "Figures of the touchpoint under their names."},
};

const CxTable cx_table_touchpoint = {
    .name = "touchpoint",
    .doc = "A place where a customer meets the service: a page, a shop, a letter. A text alone is the `name`.",
    CX_FIELDS(fields),
    .size = sizeof(CxTouchpoint),
    .short_key = "name",
};

/* ---- Touchpoints of a stage ----------------------------------------------------------------------- */

static void use_decode(CxDecoder *decoder, const CxNode *node, CxTouchpoints *list) {
  CxReading *reading = decoder->user;
  if (node->kind != CX_NODE_SCALAR || !reading->model->has_touchpoints) {
    CxTouchpoint *own = cx_decode_object(decoder, &cx_table_touchpoint, node);
    if (own != NULL) *cx_list_add(decoder->arena, list) = own;
    return;
  }
  const CxTouchpointUse use = {.list = list, .index = list->count, .ref = cx_new(decoder->arena, CxRef)};
  cx_decode_ref(decoder, &cx_table_touchpoint, node, use.ref);
  *cx_list_add(decoder->arena, &reading->touchpoint_uses) = use;
  *cx_list_add(decoder->arena, list) = NULL;
}

static void touchpoints_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  (void)field;
  if (node->kind != CX_NODE_LIST) {
    use_decode(decoder, node, member);
    return;
  }
  for (size_t i = 0; i < node->list.count; i++)
    if (!cx_node_is_absent(node->list.items[i])) use_decode(decoder, node->list.items[i], member);
}

static bool touchpoints_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxTouchpoints *list = member;
  if (list->count == 0) return false;
  cx_json_list(json);
  for (size_t i = 0; i < list->count; i++) {
    if (list->items[i]->object.id != NULL)
      cx_json_string(json, list->items[i]->object.id);
    else
      cx_schema_write_object(&cx_table_touchpoint, list->items[i], json);
  }
  cx_json_end(json);
  return true;
}

const CxType cx_type_touchpoints = {
    .name = "an id, a name or a map, or a list of them", .decode = touchpoints_decode, .write = touchpoints_write};

static void touchpoint_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  if (node->kind == CX_NODE_LIST)
    cx_report_wrong_type(decoder, node, field->type->name);
  else
    use_decode(decoder, node, member);
}

static bool touchpoint_write(const CxField *field, const void *member, CxJson *json) {
  return touchpoints_write(field, member, json);
}

const CxType cx_type_touchpoint = {
    .name = "an id, a name or a map", .decode = touchpoint_decode, .write = touchpoint_write};

/* ---- After all definitions are known -------------------------------------------------------------- */

void cx_touchpoint_finish(CxDecoder *decoder, CxTouchpoint *touchpoint) {
  CxRef *channel = &touchpoint->channel;
  if (channel->id != NULL || touchpoint->name.text == NULL) return;
  channel->id = cx_id_from_text(decoder->arena, touchpoint->name.text);
  channel->object = cx_decoder_lookup(decoder, &cx_table_channel, channel->id);
  if (channel->object == NULL) {
    channel->id = "other";
    channel->object = cx_decoder_lookup(decoder, &cx_table_channel, "other");
  }
}

void cx_touchpoints_fill(const CxReading *reading) {
  for (size_t i = 0; i < reading->touchpoint_uses.count; i++) {
    const CxTouchpointUse *use = &reading->touchpoint_uses.items[i];
    use->list->items[use->index] = use->ref->object;
  }
}

void cx_touchpoints_finish(CxDecoder *decoder, CxTouchpoints *list) {
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++)
    if (list->items[i] != NULL) list->items[kept++] = list->items[i];
  list->count = kept;
  for (size_t i = 0; i < kept; i++) cx_touchpoint_finish(decoder, list->items[i]);
}
