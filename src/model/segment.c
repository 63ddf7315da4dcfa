/* The table of a segment: a part of the audience and the personas that stand for it. */
#include "tables.h"

static const CxField fields[] = {
    {CX_TEXT_ROW("name", CxSegment, name), .flags = CX_NEEDED, .doc = "What the segment is called."},
    {CX_TEXT_ROW("share", CxSegment, share),
     .doc = "How large a part of the audience it is, as it shall be shown: `35%`, `one in three`."},
    {CX_TEXT_ROW("description", CxSegment, description), .doc = "Who belongs to it."},
    {CX_REFS_ROW("personas", CxSegment, personas, cx_table_persona),
     .doc = "Ids of the personas that stand for the segment."},
};

const CxTable cx_table_segment = {
    .name = "segment",
    .doc = "A part of the audience that is looked at together. A text alone is the `name`.",
    CX_FIELDS(fields),
    .size = sizeof(CxSegment),
    .short_key = "name",
};
