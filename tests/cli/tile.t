#!/bin/sh
# cxmap build --tile: posters as PDF, what the option takes, and the scene of it.
. tests/lib/tap.sh

one=examples/broadband/journey.yaml

run "$CXMAP" build "$one" --lang en --tile A4 -o "$T/poster.pdf"
exits 0 'a poster'
err_is_empty 'silent'
ok 'pages are labelled with the row of their tile, readers count the columns' grep -aq '(broadband B)' "$T/poster.pdf"
run "$CXMAP" build "$one" --lang en --tile A4 -f pdf -o -
ok 'the same bytes again' cmp "$T/out" "$T/poster.pdf"
if can qpdf; then ok 'a sound PDF' qpdf --check "$T/poster.pdf"; else skip 'a sound PDF' 'no qpdf'; fi
if can pdfinfo && can pdftotext; then
  ok 'pages of the paper' sh -c "pdfinfo '$T/poster.pdf' | grep -q 'Page size: *841.89 x 595.276 pts (A4)'"
  pdftotext -f 1 -l 1 "$T/poster.pdf" "$T/first.txt"
  ok 'a tile has its own text' grep -q 'Sees an ad on the bus' "$T/first.txt"
  ok 'and hides no other' sh -c "! grep -q 'Streams, works, games' '$T/first.txt'"
  run "$CXMAP" build "$one" --tile 'a3 portrait' -o "$T/portrait.pdf"
  ok 'held the other way' sh -c "pdfinfo '$T/portrait.pdf' | grep -q 'Page size: *841.89 x 1190.55 pts (A3)'"
  run "$CXMAP" build "$one" --map broadband --tile A0 -o "$T/large.pdf"
  is 'one page where that is enough' "$(pdfinfo "$T/large.pdf" | sed -n 's/^Pages: *//p')" 1
else
  skip 'pages and their texts' 'no pdfinfo or pdftotext'
fi

run "$CXMAP" build "$one" --lang en --tile A4 --emit=scene
exits 0 'the scene of a poster'
out_has '"role": "tile"' 'has tiles'
out_has '"id": "broadband.actions@A2"' 'ids say on which tile a part is'

usage() {
  name=$1
  shift
  run "$CXMAP" build "$one" "$@"
  exits 2 "$name"
  out_is_empty "$name: nothing on standard output"
}
usage 'an unknown paper' --tile A44 -o "$T/none.pdf"
err_has "Did you mean 'A4'" 'the nearest is suggested'
usage 'paper that is none' --tile fit -o "$T/none.pdf"
err_has "tiles need a paper.*'fit'" 'says so'
err_has 'A4' 'names one that is'
usage 'no paper' --tile '' -o "$T/none.pdf"
usage 'an unknown paper for a scene' --tile A44 --emit=scene
done_testing
