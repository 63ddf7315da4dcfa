/* Private to the graph engine: the space between two layers. */
#ifndef CXMAP_LAYOUT_GRAPH_CHANNELS_H
#define CXMAP_LAYOUT_GRAPH_CHANNELS_H

#include "draft.h"

/* Of all stops and all links, CX_NOWHERE everywhere. */
typedef struct CxChannelScratch {
  uint32_t *shared, *net_of_link;
} CxChannelScratch;

/* Gives the links between two layers their tracks, in track_u and second_u as numbers from 0; how many there are. */
uint32_t cx_channel_assign(CxDraft *draft, const uint32_t *links, uint32_t count, CxChannelScratch *scratch);

#endif
