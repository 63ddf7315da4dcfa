#!/bin/sh
# Images in definitions: what is wrong with one is reported where it is named, and librsvg is needed only where it is.
. tests/lib/tap.sh

mkdir "$T/icons"
echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="3"/></svg>' >"$T/icons/dot.svg"
cat >"$T/map.yaml" <<'END_OF_MAP'
title: An icon of one's own
lang: en
stages:
  - name: Aware
    actions: [{text: Sees an ad, icon: icons/dot.svg}]
END_OF_MAP

for format in pdf svg png; do
  run "$CXMAP" build "$T/map.yaml" -o "$T/map.$format"
  exits 0 "an SVG image in a $format"
  err_is_empty "$format: silent"
  run "$CXMAP" build "$T/map.yaml" -f "$format" -o -
  ok "$format: the same bytes again" cmp "$T/out" "$T/map.$format"
done

# A file that is no library stands before the real one.
mkdir "$T/lib"
: >"$T/lib/librsvg-2.so.2"
run env LD_LIBRARY_PATH="$T/lib" "$CXMAP" build "$T/map.yaml" -o "$T/without.pdf"
exits 1 'without librsvg'
err_has 'map.yaml:5:40: error: .*icons/dot.svg.* librsvg.* is not installed' 'the place and the library are named'
ok 'nothing is written' test ! -e "$T/without.pdf"
run env LD_LIBRARY_PATH="$T/lib" "$CXMAP" build examples/minimal/journey.yaml -o "$T/minimal.pdf"
exits 0 'other maps do not need it'

printf 'no image' >"$T/icons/dot.svg"
for command in check build; do
  set -- "$CXMAP" "$command" "$T/map.yaml"
  [ "$command" = build ] && set -- "$@" -o "$T/broken.pdf"
  run "$@"
  exits 1 "$command: a broken image"
  cat "$T/out" "$T/err" >"$T/both"
  ok "$command: its place" grep -q 'map.yaml:5:40: error: .icons/dot.svg. is not a PNG, JPEG or SVG image' "$T/both"
done
ok 'nothing is written' test ! -e "$T/broken.pdf"
done_testing
