/* The table of the vision. */
#include "tables.h"

static const CxField fields[] = {
    {CX_TEXT_ROW("statement", CxVision, statement), .flags = CX_NEEDED, .doc = "The vision in a sentence or two."},
    {CX_ITEMS_ROW("principles", CxVision, principles), .doc = "What is held to when something is decided."},
    {CX_ITEMS_ROW("values", CxVision, values), .doc = "The values that the vision comes from."},
};

const CxTable cx_table_vision = {
    .name = "vision",
    .doc = "What the experience shall be, drawn as a canvas. The statement alone is enough.",
    CX_FIELDS(fields),
    .size = sizeof(CxVision),
    .short_key = "statement",
};
