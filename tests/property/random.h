/* Random definition files for the property tests. */
#ifndef CXMAP_TESTS_RANDOM_H
#define CXMAP_TESTS_RANDOM_H

#include <glib.h>

typedef struct RandomDocument {
  GString *yaml;
  GPtrArray *texts; /* what the map must show, without white space */
} RandomDocument;

/* The same seed gives the same document. */
RandomDocument *random_document_new(guint32 seed);
void random_document_free(RandomDocument *document);

/* A text without what line breaks may consume; newly allocated. */
char *text_without_space(const char *text);

#endif
