/* Takes the links out of an SVG image's `a` elements before librsvg sees them: it would put them into the recording as
 * tags, which are not the map's to follow, and which cairo 1.16 frees wrongly with the recording.
 *
 * In: well-formed XML. Out: the same, with the name of each such `href` changed to one that nobody knows.
 */
#include "render.h"

#include <string.h>

typedef struct Text {
  char *at, *end;
} Text;

/* Behind the next `mark`; the end where there is none. */
static char *behind(const Text *text, const char *mark) {
  char *found = g_strstr_len(text->at, text->end - text->at, mark);
  return found != NULL ? found + strlen(mark) : text->end;
}

static bool begins(const Text *text, const char *mark) {
  const size_t length = strlen(mark);
  return (size_t)(text->end - text->at) >= length && memcmp(text->at, mark, length) == 0;
}

/* The end of the piece of markup that begins here, if it is not a tag; NULL if it is one. */
static char *skip_other(const Text *text) {
  if (begins(text, "<!--")) return behind(text, "-->");
  if (begins(text, "<![CDATA[")) return behind(text, "]]>");
  if (begins(text, "<?")) return behind(text, "?>");
  return begins(text, "<!") ? behind(text, ">") : NULL;
}

static bool is_link(const char *name, const char *end) {
  return end - name >= 1 && end[-1] == 'a' && (end - name == 1 || end[-2] == ':');
}

/* Goes through a tag to its end; values are in quotes. */
static void clean_tag(Text *text) {
  const char *name = ++text->at;
  while (text->at < text->end && strchr(" \t\r\n/>", *text->at) == NULL) text->at++;
  const bool has_link = is_link(name, text->at);
  while (text->at < text->end && *text->at != '>') {
    if (*text->at == '"' || *text->at == '\'') {
      const char quote[] = {*text->at++, '\0'};
      text->at = behind(text, quote);
    } else if (has_link && begins(text, "href")) {
      memcpy(text->at, "HREF", 4);
    } else {
      text->at++;
    }
  }
}

guint8 *cx_svg_without_links(const guint8 *bytes, size_t length) {
  char *copy = g_strndup((const char *)bytes, length);
  Text text = {copy, copy + length};
  while (text.at < text.end) {
    char *tag = memchr(text.at, '<', (size_t)(text.end - text.at));
    if (tag == NULL) break;
    text.at = tag;
    char *other = skip_other(&text);
    if (other != NULL)
      text.at = other;
    else
      clean_tag(&text);
  }
  return (guint8 *)copy;
}
