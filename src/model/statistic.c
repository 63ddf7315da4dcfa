/* The table of a statistic: a number that is shown large, what it says, and where it is from. */
#include "tables.h"

static const CxField fields[] = {
    {CX_TEXT_ROW("value", CxStatistic, value), .flags = CX_NEEDED,
     .doc =
         "The number as it shall be shown. A percentage to 100 gets a picture of a hundred dots, `1 in 3` one of three "
         "people; so do `3人に1人`, `每3人中有1人` and `3명 중 1명`."},
    {CX_TEXT_ROW("text", CxStatistic, text), .doc = "What the number says: \"would consider switching\"."},
    {CX_TEXT_ROW("source", CxStatistic, source), .doc = "Who found it."},
    {CX_LINK_ROW("link", CxStatistic, link), .doc = "Where it can be looked up."},
    {CX_REFS_ROW("evidence", CxStatistic, evidence, cx_table_evidence), .doc = "Ids of the evidence for it."},
};

const CxTable cx_table_statistic = {
    .name = "statistic",
    .doc = "A big number with what it says. All of them stand on one map, `statistics`.",
    CX_FIELDS(fields),
    .size = sizeof(CxStatistic),
};
