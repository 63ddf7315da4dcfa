/* Private to cli: the forms that `cxmap blank` prints. */
#ifndef CXMAP_CLI_BLANKS_H
#define CXMAP_CLI_BLANKS_H

#include "shared.h"

/* What was asked for. */
typedef struct CxBlankWish {
  const char *title; /* NULL: the form's own */
  const char *lang;
  size_t stages;
  const char *const *lanes; /* keys, NULL behind the last; NULL: the form's own */
} CxBlankWish;

typedef struct CxBlank CxBlank;
struct CxBlank {
  const char *name, *doc;
  CxWordKey title;
  const char *key, *view;   /* of its map; view NULL: the first */
  const char *template;     /* of its definition; of a persona its kind; or NULL */
  const char *canvas;       /* of a persona's view, or NULL */
  const char *const *lanes; /* of a journey, as in a wish; NULL: the template's */
  bool has_stages;          /* as many as are wished */
  void (*write)(CxJson *json, const CxBlank *blank, const CxBlankWish *wish); /* definitions and maps */
};

typedef CX_LIST(CxBlank) CxBlanks;

/* All forms, in the order in which they are listed. */
void cx_blanks_list(CxArena *arena, CxBlanks *blanks);

/* The document of a form; for g_string_free. */
GString *cx_blank_write(const CxBlank *blank, const CxBlankWish *wish);

#endif
