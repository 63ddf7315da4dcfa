/* What the views of a journey have in common: where journeys stand in the model, and what a map of one is called. */
#include "composer.h"
#include "kinds.h"

const CxObject *cx_journey_definition(const CxModel *model, size_t index) {
  return index < model->journeys.count ? &model->journeys.items[index]->object : NULL;
}

const CxText *cx_journey_title(const CxModel *model, const void *definition) {
  const CxJourney *journey = definition;
  return cx_is_given(&journey->title) ? &journey->title : &model->title;
}
