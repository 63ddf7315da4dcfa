/* The table of a metric, and the type of a map of metrics: from a name, which may be any text, to a value or a map.
 */
#include "tables.h"

/* ---- Trends --------------------------------------------------------------------------------------- */

enum { DOWN = 1, FLAT, UP };

static const CxWord trend_words[] = {
    {"up", UP, "The value rises."},
    {"down", DOWN, "The value falls."},
    {"flat", FLAT, "The value stays as it is."},
};

static const CxWords trends = {.name = "trend", .words = trend_words, .count = CX_COUNT(trend_words)};

static void trend_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxMetric *metric = (CxMetric *)((char *)member - field->offset);
  int word = 0;
  cx_type_word.decode(decoder, field, node, &word);
  metric->has_trend = word != 0;
  metric->trend = word == 0 ? 0 : word - FLAT;
}

static bool trend_write(const CxField *field, const void *member, CxJson *json) {
  const CxMetric *metric = (const CxMetric *)((const char *)member - field->offset);
  const int word = metric->trend + FLAT;
  return metric->has_trend && cx_type_word.write(field, &word, json);
}

static const CxType type_trend = {.name = "a word", .decode = trend_decode, .write = trend_write};

/* ---- Metrics -------------------------------------------------------------------------------------- */

static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxMetric, name),
     .doc = "What the figure is called. Without it the key is the name; a name in several languages stands here."},
    {CX_TEXT_ROW("value", CxMetric, value), .flags = CX_NEEDED,
     .doc = "The figure as it shall be shown: `61 %`, `+31`."},
    {CX_TEXT_ROW("target", CxMetric, target), .doc = "The figure that is aimed at."},
    {CX_TEXT_ROW("unit", CxMetric, unit), .doc = "What is counted: `days`, `EUR`."},
    {CX_ROW("trend", type_trend, CX_AT(CxMetric, trend, int)), .words = &trends,
     .doc = "Which way the figure goes; shown as an arrow."},
    {CX_ROW("n", cx_type_count, CX_AT(CxMetric, n, CxNumber)), .min = 1, .max = 1e12,
     .doc = "How many cases the figure rests on."},
    {CX_TEXT_ROW("period", CxMetric, period), .doc = "The time that the figure covers, in any words."},
    {CX_REFS_ROW("evidence", CxMetric, evidence, cx_table_evidence), .doc = "Ids of the evidence for the figure."},
};

const CxTable cx_table_metric = {
    .name = "metric",
    .doc = "A figure under its name. A text alone is the `value`.",
    CX_FIELDS(fields),
    .size = sizeof(CxMetric),
    .short_key = "value",
};

static void metrics_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxMetrics *metrics = member;
  if (node->kind != CX_NODE_MAP) {
    cx_report_wrong_type(decoder, node, field->type->name);
    return;
  }
  for (size_t i = 0; i < node->map.count; i++) {
    const CxPair *pair = &node->map.items[i];
    CxMetric *metric = cx_node_is_absent(pair->value) ? NULL : cx_decode_entry(decoder, &cx_table_metric, pair);
    if (metric == NULL) continue;
    if (metric->name.text == NULL) metric->name = (CxText){.text = pair->key->text, .span = pair->key->span};
    *cx_list_add(decoder->arena, metrics) = metric;
  }
}

static bool metrics_write(const CxField *field, const void *member, CxJson *json) {
  (void)field;
  const CxMetrics *metrics = member;
  if (metrics->count == 0) return false;
  cx_json_object(json);
  for (size_t i = 0; i < metrics->count; i++) {
    cx_json_key(json, metrics->items[i]->object.id);
    cx_schema_write_object(&cx_table_metric, metrics->items[i], json);
  }
  cx_json_end(json);
  return true;
}

const CxType cx_type_metrics = {
    .name = "a map from names to figures", .decode = metrics_decode, .write = metrics_write};
