#!/bin/sh
# cxmap build --paper: named paper, and maps of several pages in formats that hold one.
. tests/lib/tap.sh

{
  printf 'title: Long\nlang: en\njourneys:\n  long:\n    stages:\n'
  for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
    printf '      - {name: Stage %s, actions: [does something that takes a few words], emotion: 1}\n' "$i"
  done
} >"$T/long.yaml"
mkdir "$T/maps"

run "$CXMAP" build "$T/long.yaml" --paper A5 -o "$T/long.pdf"
exits 0 'a PDF of several pages'
err_is_empty 'no note'
if can pdfinfo; then
  pages=$(pdfinfo "$T/long.pdf" | sed -n 's/^Pages: *//p')
  ok 'they are several' test "$pages" -gt 1
  is 'of the paper that was asked for' "$(pdfinfo "$T/long.pdf" | sed -n 's/^Page size: *//p' | cut -d' ' -f1-3)" \
    '595.276 x 419.528'
else
  skip 'they are several' 'no pdfinfo'
  skip 'of the paper that was asked for' 'no pdfinfo'
fi
ok 'labelled with the map and a number' grep -aq '/P (long )' "$T/long.pdf"

for format in svg png; do
  run "$CXMAP" build "$T/long.yaml" --paper A5 -o "$T/maps/map.$format"
  exits 0 "$format: a page a file"
  ok "$format: the first" test -s "$T/maps/map.$format"
  ok "$format: the second beside it" test -s "$T/maps/map-2.$format"
  ok "$format: they differ" sh -c "! cmp -s '$T/maps/map.$format' '$T/maps/map-2.$format'"
  run "$CXMAP" build "$T/long.yaml" --paper A5 -f "$format" -o -
  exits 0 "$format: standard output"
  err_has 'page 1 of.*--paper fit' "$format: and says so"
done
run "$CXMAP" build "$T/long.yaml" --paper A5 -f svg,png -o "$T/folder"
exits 0 'a folder'
ok 'has the first page' test -s "$T/folder/long-long.svg"
ok 'and the others' test -s "$T/folder/long-long-2.svg" -a -s "$T/folder/long-long-2.png"
run "$CXMAP" build "$T/long.yaml" --paper fit -f svg -o -
exits 0 'fit'
err_is_empty 'has one page'

mkdir "$T/none"
mkdir "$T/none/map-2.svg"
run "$CXMAP" build "$T/long.yaml" --paper A5 -o "$T/none/map.svg"
exits 3 'a further page that cannot be written'
ok 'then none is' test ! -e "$T/none/map.svg"

run "$CXMAP" build "$T/long.yaml" --paper A33 -o "$T/x.pdf"
exits 2 'a paper that is none'
err_has "no paper 'A33'" 'is named'
err_has "mean 'A3'" 'with the nearest'
run "$CXMAP" build "$T/long.yaml" --paper 'A3 potrait' -o "$T/x.pdf"
exits 2 'a way to hold it that is none'
err_has "mean 'portrait'" 'with the nearest'
run "$CXMAP" build "$T/long.yaml" --paper portrait -o "$T/x.pdf"
exits 2 'a way to hold it without a size'
ok 'is not suggested again' sh -c "! grep -q 'Did you mean' '$T/err'"
run "$CXMAP" build "$T/long.yaml" --paper 'a4 portrait' --emit=scene
exits 0 'the scene'
out_has '"width": 595.276' 'has the size of the paper'
out_has '"page": 1' 'and pages'
done_testing
