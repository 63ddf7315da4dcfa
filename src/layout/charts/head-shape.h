/* Private to layout. The shape of the head of an empathy map. */
#ifndef CXMAP_LAYOUT_HEAD_SHAPE_H
#define CXMAP_LAYOUT_HEAD_SHAPE_H

#include "../frame.h"

#define CX_HEAD_NOSE 20.0 /* the nose, and at the other side the ear, stand out so far at most */

typedef struct CxHead {
  CxRect box;   /* without nose and ear */
  double dome;  /* how far down the head gets wider, and from where on to its foot narrower */
  double unit;  /* scale of nose and ear */
  double bulge; /* how full the domes are: the place of the control points of their cubics */
} CxHead;

CxHead cx_head_new(CxRect box);
double cx_head_dome(double width);                         /* of a head that is high enough */
double cx_head_width_at(const CxHead *head, double y);     /* without the nose */
double cx_head_depth_of(const CxHead *head, double width); /* from either end to where the head is so wide */
double cx_head_front_at(const CxHead *head, double y);     /* x of the outline at the front, the nose within */
void cx_head_outline(CxArena *arena, const CxHead *head, CxPath *path);
void cx_head_ear(CxArena *arena, const CxHead *head, CxPath *path);

#endif
