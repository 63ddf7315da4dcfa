#!/bin/sh
# cxmap build: targets and formats, what goes to which stream, and what the files are.
. tests/lib/tap.sh

one=examples/minimal/journey.yaml
cat >"$T/two.yaml" <<'END'
title: Two journeys
lang: en
journeys:
  order:
    title: Order
    stages: [{name: Aware, actions: [Sees an ad], emotion: 1}]
  return:
    title: Return
    stages: [{name: Unhappy, actions: [Asks for a label], emotion: -1}]
END
magic() { head -c "$2" "$1" | od -An -c | tr -d ' \n'; }

for format in pdf svg png; do
  run "$CXMAP" build "$one" -o "$T/map.$format"
  exits 0 "$format by its ending"
  out_is_empty "$format: nothing on standard output"
  err_is_empty "$format: silent"
  run "$CXMAP" build "$one" -f "$format" -o -
  exits 0 "$format to standard output"
  ok "$format: the same bytes as in the file" cmp "$T/out" "$T/map.$format"
  run "$CXMAP" build - -f "$format" -o - <"$one"
  exits 0 "$format of standard input"
  run "$CXMAP" build "$one" "-f$format" "-o$T/joined"
  exits 0 "$format: values joined to their options, a target without an ending"
  ok "$format: is what -f says" cmp "$T/joined" "$T/map.$format"
done
is 'a PDF begins like one' "$(magic "$T/map.pdf" 5)" '%PDF-'
is 'a PNG begins like one' "$(magic "$T/map.png" 4)" '211PNG'
ok 'an SVG is one' grep -q '<svg ' "$T/map.svg"
if can xmllint; then ok 'and well-formed' xmllint --noout "$T/map.svg"; else skip 'and well-formed' 'no xmllint'; fi
run "$CXMAP" build "$one" -o "$T/MAP.PDF"
exits 0 'an ending in capital letters'

run "$CXMAP" build "$T/two.yaml" -o "$T/two.pdf"
exits 0 'a PDF holds all maps'
err_is_empty 'no note'
if can pdfinfo; then
  is 'on a page each' "$(pdfinfo "$T/two.pdf" | sed -n 's/^Pages: *//p')" 2
else
  skip 'on a page each' 'no pdfinfo'
fi
run "$CXMAP" build "$T/two.yaml" -o "$T/two.svg"
exits 0 'an SVG holds the first'
err_has "'order'.*not drawn: 'return'" 'a note names the other'
run "$CXMAP" build "$T/two.yaml" --map return -o "$T/return.svg"
exits 0 '--map picks'
err_is_empty 'then there is no note'
ok 'what was asked for is drawn' sh -c "! cmp -s '$T/two.svg' '$T/return.svg'"
run "$CXMAP" build "$T/two.yaml" --map retrun -o "$T/none.svg"
exits 1 'a map that is not there'
err_has 'return' 'the nearest is suggested'
ok 'nothing is written' test ! -e "$T/none.svg"

run "$CXMAP" build "$T/two.yaml" -f svg,pdf -o "$T/new/maps"
exits 0 'several formats into a folder that is made'
is 'one file a map, a PDF for all' "$(cd "$T/new/maps" && echo *)" 'two-order.svg two-return.svg two.pdf'
run "$CXMAP" build "$T/two.yaml" "$one" -o "$T/batch/"
exits 0 'several files, PDF unless said otherwise'
is 'a PDF a file' "$(cd "$T/batch" && echo *)" 'journey.pdf two.pdf'
ok 'the same as built alone' cmp "$T/batch/two.pdf" "$T/two.pdf"
mkdir "$T/there"
run "$CXMAP" build "$one" -f png -o "$T/there"
exits 0 'a folder that is there'
is 'a file a map in it' "$(cd "$T/there" && echo *)" "journey-$("$CXMAP" list "$one" | cut -f1).png"
mkdir "$T/other" && cp "$one" "$T/other/journey.yaml"
run "$CXMAP" build "$one" "$T/other/journey.yaml" -o "$T/clash/"
exits 2 'two files of the same name'
err_has 'twice' 'says so'
ok 'nothing is written' test ! -e "$T/clash"

usage() {
  name=$1
  shift
  run "$CXMAP" build "$@"
  exits 2 "$name"
  out_is_empty "$name: nothing on standard output"
}
usage 'no target' "$one"
err_has '-o map.pdf' 'an example is given'
usage 'an unknown ending' "$one" -o "$T/map.pfd"
err_has "Did you mean '$T/map.pdf'" 'the right one is suggested'
usage 'no ending and no -f' "$one" -o "$T/map"
usage 'an unknown format' "$one" -f pgn -o "$T/map"
err_has "Did you mean 'png'" 'the right one is suggested'
usage 'ending against format' "$one" -f svg -o "$T/map.pdf"
usage 'several files, one target' "$one" "$T/two.yaml" -o "$T/all.pdf"
usage 'several formats, one target' "$one" -f pdf,svg -o "$T/all.pdf"
usage 'standard output without a format' "$one" -o -
usage 'standard output with two formats' "$one" -f pdf,svg -o -
usage 'an output format as --format' "$one" --format svg -o "$T/map.svg"
err_has "Did you mean '-f'" 'the right option is suggested'
usage 'an unknown theme' "$one" --theme lihgt -o "$T/map.pdf"
err_has "Did you mean 'light'" 'the right one is suggested'
usage 'what is no language' "$one" --lang '"><x' -o "$T/map.pdf"
for dpi in 0 -3 nan 1e9 many; do usage "--dpi=$dpi" "$one" "--dpi=$dpi" -o "$T/map.png"; done

width() { od -An -tu1 -j16 -N4 "$1" | awk '{print (($1 * 256 + $2) * 256 + $3) * 256 + $4}'; }
run "$CXMAP" build "$one" --dpi 72 -o "$T/72.png"
exits 0 '--dpi'
"$CXMAP" build "$one" --dpi 216 -o "$T/216.png"
small=$(($(width "$T/72.png") * 3)) large=$(width "$T/216.png")
ok 'three times the pixels' test "$((large - small))" -le 3 -a "$((small - large))" -le 3
run "$CXMAP" build "$one" --transparent -o "$T/clear.png"
exits 0 '--transparent'
ok 'is another picture' sh -c "! cmp -s '$T/clear.png' '$T/map.png'"
cp "$one" "$T/-odd name.yaml"
cd "$T" || exit 1
run "$CXMAP" build -o odd.pdf -- '-odd name.yaml'
exits 0 'a file whose name begins with a dash'
done_testing
