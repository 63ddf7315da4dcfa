/* Faces: what an emotion's score and mood look like. */
#include "composer.h"

static CxFace mood_face(CxMood mood, int level) {
  switch (mood) {
  case CX_MOOD_NONE:
  case CX_MOOD_DELIGHTED:
  case CX_MOOD_HAPPY:
  case CX_MOOD_NEUTRAL:
  case CX_MOOD_FRUSTRATED:
  case CX_MOOD_ANGRY: break; /* the face of the level */
  case CX_MOOD_JOY: return CX_FACE_JOY;
  case CX_MOOD_ANGER: return CX_FACE_ANGER;
  case CX_MOOD_SORROW: return CX_FACE_SORROW;
  case CX_MOOD_PLEASURE: return CX_FACE_PLEASURE;
  case CX_MOOD_ANNOYANCE: return CX_FACE_ANNOYANCE;
  case CX_MOOD_FEAR: return CX_FACE_FEAR;
  case CX_MOOD_SURPRISE: return CX_FACE_SURPRISE;
  }
  return (CxFace)(CX_FACE_ANGRY_LEVEL + level + 2);
}

CxBlock *cx_compose_face(CxComposer *composer, const CxEmotion *emotion, bool is_backed, double radius) {
  CxBlock *face = cx_block_new(composer->arena, CX_BLOCK_FACE, "face");
  face->size = radius;
  face->level = cx_scale_level(&composer->model->scale, emotion->score);
  face->face = mood_face(emotion->mood, face->level);
  face->is_filled = is_backed;
  cx_show(composer, face, CX_SIGNS(is_backed ? CX_SIGN_BACKED : CX_SIGN_ASSUMED));
  return face;
}
