/* Paths: steps appended one by one, as rectangles and circles, or from path data. Knows no other shapes. */
#include "cxmap/base.h"

#include <math.h>
#include <string.h>

/* How far the control points of a quarter circle stand from its ends, for a radius of 1. */
#define QUARTER 0.5522847498307936

CxPath cx_path_copy(CxArena *arena, const CxPath *path) {
  CxPath copy = {cx_new_array(arena, CxPathStep, path->count), path->count, path->count};
  for (size_t i = 0; i < path->count; i++) copy.items[i] = path->items[i];
  return copy;
}

void cx_path_move(CxArena *arena, CxPath *path, double x, double y) {
  *cx_list_add(arena, path) = (CxPathStep){.verb = CX_PATH_MOVE, .to = {x, y}};
}

void cx_path_line(CxArena *arena, CxPath *path, double x, double y) {
  *cx_list_add(arena, path) = (CxPathStep){.verb = CX_PATH_LINE, .to = {x, y}};
}

void cx_path_curve(CxArena *arena, CxPath *path, CxPoint c1, CxPoint c2, CxPoint to) {
  *cx_list_add(arena, path) = (CxPathStep){.verb = CX_PATH_CURVE, .c = {c1, c2}, .to = to};
}

void cx_path_close(CxArena *arena, CxPath *path) {
  *cx_list_add(arena, path) = (CxPathStep){.verb = CX_PATH_CLOSE};
}

/* A quarter of a circle around a corner, clockwise, from `from` to `to`. */
static void add_quarter(CxArena *arena, CxPath *path, CxPoint from, CxPoint corner, CxPoint to) {
  CxPoint c1 = {from.x + (corner.x - from.x) * QUARTER, from.y + (corner.y - from.y) * QUARTER};
  CxPoint c2 = {to.x + (corner.x - to.x) * QUARTER, to.y + (corner.y - to.y) * QUARTER};
  cx_path_curve(arena, path, c1, c2, to);
}

void cx_path_rect(CxArena *arena, CxPath *path, CxRect rect, double radius) {
  double left = rect.x, top = rect.y, right = rect.x + rect.w, bottom = rect.y + rect.h;
  double r = MIN(radius, MIN(rect.w, rect.h) / 2);
  if (!(r > 0)) {
    cx_path_move(arena, path, left, top);
    cx_path_line(arena, path, right, top);
    cx_path_line(arena, path, right, bottom);
    cx_path_line(arena, path, left, bottom);
    cx_path_close(arena, path);
    return;
  }
  cx_path_move(arena, path, left + r, top);
  cx_path_line(arena, path, right - r, top);
  add_quarter(arena, path, (CxPoint){right - r, top}, (CxPoint){right, top}, (CxPoint){right, top + r});
  cx_path_line(arena, path, right, bottom - r);
  add_quarter(arena, path, (CxPoint){right, bottom - r}, (CxPoint){right, bottom}, (CxPoint){right - r, bottom});
  cx_path_line(arena, path, left + r, bottom);
  add_quarter(arena, path, (CxPoint){left + r, bottom}, (CxPoint){left, bottom}, (CxPoint){left, bottom - r});
  cx_path_line(arena, path, left, top + r);
  add_quarter(arena, path, (CxPoint){left, top + r}, (CxPoint){left, top}, (CxPoint){left + r, top});
  cx_path_close(arena, path);
}

void cx_path_circle(CxArena *arena, CxPath *path, CxPoint centre, double radius) {
  double left = centre.x - radius, top = centre.y - radius, right = centre.x + radius, bottom = centre.y + radius;
  CxPoint north = {centre.x, top}, east = {right, centre.y}, south = {centre.x, bottom}, west = {left, centre.y};
  cx_path_move(arena, path, north.x, north.y);
  add_quarter(arena, path, north, (CxPoint){right, top}, east);
  add_quarter(arena, path, east, (CxPoint){right, bottom}, south);
  add_quarter(arena, path, south, (CxPoint){left, bottom}, west);
  add_quarter(arena, path, west, (CxPoint){left, top}, north);
  cx_path_close(arena, path);
}

/* ---- Path data ---------------------------------------------------------------------------------- */

typedef struct Reader {
  const char *rest;
  double scale;
  CxPoint at;
} Reader;

static void skip_separators(Reader *reader) {
  reader->rest += strspn(reader->rest, ", \t\r\n");
}

static bool read_number(Reader *reader, double *value) {
  char *end;
  skip_separators(reader);
  *value = g_ascii_strtod(reader->rest, &end);
  bool is_number = end != reader->rest && isfinite(*value);
  reader->rest = end;
  return is_number;
}

static bool read_point(Reader *reader, CxPoint *point) {
  if (!read_number(reader, &point->x) || !read_number(reader, &point->y)) return false;
  *point = (CxPoint){reader->at.x + point->x * reader->scale, reader->at.y + point->y * reader->scale};
  return true;
}

static bool read_step(Reader *reader, char letter, CxPathStep *step) {
  switch (letter) {
  case 'M': step->verb = CX_PATH_MOVE; return read_point(reader, &step->to);
  case 'L': step->verb = CX_PATH_LINE; return read_point(reader, &step->to);
  case 'C':
    step->verb = CX_PATH_CURVE;
    return read_point(reader, &step->c[0]) && read_point(reader, &step->c[1]) && read_point(reader, &step->to);
  case 'Z': step->verb = CX_PATH_CLOSE; return true;
  default: return false;
  }
}

/* The step that points without a letter of their own make, after a step with `letter`. */
static char implied_letter(char letter) {
  return letter == 'M' ? 'L' : letter == 'Z' ? '\0' : letter;
}

static bool read_steps(CxArena *arena, CxPath *path, Reader *reader) {
  char letter = '\0';
  skip_separators(reader);
  bool begins_well = *reader->rest == 'M' || *reader->rest == '\0';
  for (; begins_well && *reader->rest != '\0'; skip_separators(reader)) {
    letter = strchr("MLCZ", *reader->rest) != NULL ? *reader->rest++ : implied_letter(letter);
    CxPathStep step = {0};
    if (!read_step(reader, letter, &step)) return false;
    *cx_list_add(arena, path) = step;
  }
  return begins_well;
}

bool cx_path_parse(CxArena *arena, CxPath *path, const char *data, double scale, CxPoint at) {
  /* Once nothing else can occur, the library's number reader takes plain decimals only. */
  if (data[strspn(data, "MLCZ0123456789+-.eE, \t\r\n")] != '\0') return false;
  size_t count = path->count;
  Reader reader = {.rest = data, .scale = scale, .at = at};
  if (read_steps(arena, path, &reader)) return true;
  path->count = count;
  return false;
}
