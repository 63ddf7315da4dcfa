/* The type of a whole number: how many people, how many columns. */
#include "tables.h"

#include <math.h>

/* The row's range is checked first. */
static void count_decode(CxDecoder *decoder, const CxField *field, const CxNode *node, void *member) {
  CxNumber number = {0};
  cx_type_number.decode(decoder, field, node, &number);
  if (number.is_given && number.value == floor(number.value))
    *(CxNumber *)member = number;
  else if (number.is_given)
    cx_diag_report(decoder->diagnostics, CX_NOT_A_NUMBER, node->span, "`%s` must be a whole number, not %s", field->key,
                   node->text);
}

static bool count_write(const CxField *field, const void *member, CxJson *json) {
  return cx_type_number.write(field, member, json);
}

const CxType cx_type_count = {.name = "a whole number", .decode = count_decode, .write = count_write};
