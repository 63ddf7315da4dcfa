/* The table of a segment: a part of the audience and the personas that stand for it; and what holds between the two.
 *
 * A persona may name its segment and a segment may list its personas: both say the same, and together who is in it.
 */
#include "tables.h"

static const size_t FEWEST = 2, MOST = 5; /* personas that stand for a segment */

static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxSegment, name), .flags = CX_NEEDED, .doc = "What the segment is called."},
    {CX_TEXT_ROW("share", CxSegment, share),
     .doc = "How large a part of the audience it is, as it shall be shown: `35%`, `one in three`. A percentage, or so "
            "many in so many, is drawn as a bar."},
    {CX_TEXT_ROW("description", CxSegment, description), .doc = "Who belongs to it."},
    {CX_REFS_ROW("personas", CxSegment, personas, cx_table_persona),
     .doc = "Ids of the personas that stand for the segment, two to five. Personas that name it in `segment` stand for "
            "it too, behind these."},
};

const CxTable cx_table_segment = {
    .name = "segment",
    .doc = "A part of the audience that is looked at together. A text alone is the `name`.",
    CX_FIELDS(fields),
    .size = sizeof(CxSegment),
    .short_key = "name",
};

/* ---- Once all is read ---------------------------------------------------------------------------------- */

static void report_other_segment(CxDecoder *decoder, const CxSegment *segment, const CxRef *ref) {
  const CxPersona *persona = ref->object;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_CONTRADICTION, ref->span,
                                "the segment `%s` lists the persona `%s`, whose own segment is `%s`",
                                segment->object.id, ref->id, persona->segment.id);
  cx_diag_also(decoder->diagnostics, diag, persona->segment.span, "here");
  cx_diag_help(decoder->diagnostics, diag, "a persona is in one segment: take it out of one of the two");
}

/* Those that it lists, each once; noted in `listed`. */
static void keep_listed(CxDecoder *decoder, CxSegment *segment, GHashTable *listed) {
  cx_refs_keep_each_once(decoder, &segment->personas);
  for (size_t i = 0; i < segment->personas.count; i++) {
    const CxRef *ref = &segment->personas.items[i];
    const CxPersona *persona = ref->object;
    if (persona->segment.object == segment) g_hash_table_add(listed, ref->object);
    if (persona->segment.object != NULL && persona->segment.object != segment)
      report_other_segment(decoder, segment, ref);
  }
}

static void add_those_that_name(CxDecoder *decoder, CxModel *model, GHashTable *listed) {
  for (size_t i = 0; i < model->personas.count; i++) {
    CxPersona *persona = model->personas.items[i];
    CxSegment *segment = persona->segment.object;
    if (segment == NULL || g_hash_table_contains(listed, persona)) continue;
    *cx_list_add(decoder->arena, &segment->personas) =
        (CxRef){.id = persona->object.id, .object = persona, .span = persona->segment.span};
  }
}

/* Of anti-personas there may be any number. */
static void check_count(CxDecoder *decoder, const CxSegment *segment) {
  size_t count = 0;
  for (size_t i = 0; i < segment->personas.count; i++)
    count += ((const CxPersona *)segment->personas.items[i].object)->kind != CX_PERSONA_ANTI;
  if (segment->personas.count == 0 || (count >= FEWEST && count <= MOST)) return;
  CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_SEGMENT_SIZE, segment->object.id_span,
                                "%zu persona%s stand%s for the segment `%s`, not %zu to %zu", count,
                                count == 1 ? "" : "s", count == 1 ? "s" : "", segment->object.id, FEWEST, MOST);
  cx_diag_help(decoder->diagnostics, diag,
               count < FEWEST ? "tell of one more kind of person in it, or look at two segments as one"
                              : "put those together that want the same, or divide the segment");
}

/* Reported at the one that makes it too much. */
static void check_shares(CxDecoder *decoder, const CxModel *model) {
  double sum = 0;
  for (size_t i = 0; i < model->segments.count; i++) {
    const CxText *text = &model->segments.items[i]->share;
    CxShare share;
    if (!cx_share_parse(text->text, &share)) continue;
    const bool was_within = sum <= 1.005;
    sum += share.part;
    if (!was_within || sum <= 1.005) continue;
    CxDiag *diag = cx_diag_report(decoder->diagnostics, CX_SEGMENT_SHARES, text->span,
                                  "up to here the segments are %.0f %% of the audience", sum * 100);
    cx_diag_help(decoder->diagnostics, diag, "segments do not overlap: their shares add up to at most 100 %%");
  }
}

void cx_segments_finish(CxDecoder *decoder, CxModel *model) {
  GHashTable *listed = g_hash_table_new(NULL, NULL);
  for (size_t i = 0; i < model->segments.count; i++) keep_listed(decoder, model->segments.items[i], listed);
  add_those_that_name(decoder, model, listed);
  g_hash_table_destroy(listed);
  for (size_t i = 0; i < model->segments.count; i++) check_count(decoder, model->segments.items[i]);
  check_shares(decoder, model);
}
