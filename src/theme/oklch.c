/* OKLCH: sRGB in and out by way of linear light and OKLab, with the matrices of Björn Ottosson, "A perceptual color
 * space for image processing" (2020). A colour that sRGB does not have loses chroma until it does.
 */
#include "oklch.h"

#include <math.h>

typedef struct Lab {
  double l, a, b;
} Lab;

static double to_linear(uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double from_linear(double value) {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * pow(value, 1 / 2.4) - 0.055;
}

static Lab lab_of(CxColour colour) {
  const double r = to_linear(colour.r), g = to_linear(colour.g), b = to_linear(colour.b);
  const double l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const double m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const double s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return (Lab){0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
               1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
               0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

/* False where sRGB does not have it; the channels are then those that are nearest, each by itself. */
static bool lab_colour(Lab lab, CxColour *colour) {
  const double l = pow(lab.l + 0.3963377774 * lab.a + 0.2158037573 * lab.b, 3);
  const double m = pow(lab.l - 0.1055613458 * lab.a - 0.0638541728 * lab.b, 3);
  const double s = pow(lab.l - 0.0894841775 * lab.a - 1.2914855480 * lab.b, 3);
  const double channels[] = {4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
                             -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                             -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s};
  uint8_t bytes[3];
  bool is_inside = true;
  for (int i = 0; i < 3; i++) {
    is_inside = is_inside && channels[i] > -0.0005 && channels[i] < 1.0005;
    bytes[i] = (uint8_t)lround(CLAMP(from_linear(CLAMP(channels[i], 0, 1)), 0, 1) * 255);
  }
  *colour = (CxColour){bytes[0], bytes[1], bytes[2], 255};
  return is_inside;
}

static Lab lab_at(double l, double c, double h) {
  return (Lab){l, c * cos(h), c * sin(h)};
}

CxOklch cx_oklch_of(CxColour colour) {
  const Lab lab = lab_of(colour);
  return (CxOklch){lab.l, hypot(lab.a, lab.b), atan2(lab.b, lab.a)};
}

CxColour cx_oklch_colour(CxOklch oklch) {
  const double l = CLAMP(oklch.l, 0, 1);
  CxColour colour;
  if (lab_colour(lab_at(l, oklch.c, oklch.h), &colour)) return colour;
  double low = 0, high = oklch.c;
  for (int i = 0; i < 20; i++) {
    const double middle = (low + high) / 2;
    if (lab_colour(lab_at(l, middle, oklch.h), &colour))
      low = middle;
    else
      high = middle;
  }
  lab_colour(lab_at(l, low, oklch.h), &colour);
  return colour;
}

static CxColour nearest(Lab lab) {
  return cx_oklch_colour((CxOklch){lab.l, hypot(lab.a, lab.b), atan2(lab.b, lab.a)});
}

CxColour cx_oklch_moved(CxColour from, CxColour a, CxColour b) {
  const Lab start = lab_of(from), one = lab_of(a), other = lab_of(b);
  return nearest((Lab){start.l + other.l - one.l, start.a + other.a - one.a, start.b + other.b - one.b});
}

CxColour cx_oklch_mixed(CxColour from, CxColour to, double share) {
  const Lab a = lab_of(from), b = lab_of(to);
  return nearest((Lab){a.l + (b.l - a.l) * share, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share});
}
