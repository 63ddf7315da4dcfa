#!/bin/sh
# cxmap blank: empty forms to be filled by hand.
. tests/lib/tap.sh

run "$CXMAP" blank
exits 0 'without a form'
err_is_empty 'nothing is wrong'
out_has '^  journey  *A journey map' 'the forms are listed'
cp "$T/out" "$T/forms"
for form in $(awk '{print $1}' "$T/forms"); do
  out="$T/$form"
  run "$CXMAP" blank "$form" -o "$out.pdf"
  exits 0 "$form"
  err_is_empty "$form: silent"
  for lang in zh-Hans zh-Hant ko ja; do
    run "$CXMAP" blank "$form" --lang $lang --paper A1 -f svg -o "$out-$lang.svg"
    exits 0 "$form in $lang"
  done
  run "$CXMAP" blank "$form" -f pdf -o -
  exits 0 "$form to standard output"
  ok "$form: the same bytes again" cmp "$T/out" "$out.pdf"
done
if can pdfinfo; then
  is 'on A3 unless said otherwise' "$(pdfinfo "$T/journey.pdf" | sed -n 's/^Page size: *//p')" \
    '1190.55 x 841.89 pts (A3)'
  is 'on one page' "$(pdfinfo "$T/journey.pdf" | sed -n 's/^Pages: *//p')" 1
else
  skip 'on A3 unless said otherwise' 'no pdfinfo'
  skip 'on one page' 'no pdfinfo'
fi
run "$CXMAP" blank journey --stages 3 --lanes actions,emotion --title 'A "day": # & <b>' --theme print -o "$T/own.svg"
exits 0 'stages, lanes, title, theme'
typed='A &quot;day&quot;: # &amp; &lt;b&gt;'
ok 'the title is what was typed' grep -qF "<title id=\"cx-blank-title\">$typed</title>" "$T/own.svg"
ok 'three stages' grep -q '1, 2, 3\.</desc>' "$T/own.svg"
run "$CXMAP" blank journey -f svg,png -o "$T/folder/"
exits 0 'a folder'
ok 'files are called after the form' test -s "$T/folder/journey-blank.svg" -a -s "$T/folder/journey-blank.png"
run "$CXMAP" blank blueprint --paper A0 --tile A4 -o "$T/tiles.pdf"
exits 0 'tiles'

echo old >"$T/old.pdf"
refused() {
  name=$1
  words=$2
  shift 2
  run "$CXMAP" blank "$@" -o "$T/old.pdf"
  exits 2 "$name"
  err_has "$words" "$name: says so"
}
refused 'no such form' "Did you mean 'journey'" jurney
err_has '^  blueprint ' 'no such form: lists them'
refused 'no stage' 'between 1 and 40' journey --stages 0
refused 'too many stages' 'between 1 and 40' journey --stages 41
refused 'stages of a template' 'its own' buying --stages 3
refused 'no such lane' "Did you mean 'emotion'" journey --lanes actions,emtion
refused 'a lane twice' 'twice' journey --lanes actions,actions
refused 'no lane' 'names no lane' journey --lanes ''
refused 'no such language' 'only in en, zh-Hans' journey --lang fr
refused 'no such paper' "'A9'" journey --paper A9
refused 'no such theme' "'lite'" journey --theme lite
refused 'two forms' 'one form' journey blueprint
refused 'a title that is no text' 'UTF-8' journey --title "$(printf 'a\377')"
refused 'a title of two lines' 'control' journey --title "$(printf 'a\nb')"
is 'an older file stays as it was' "$(cat "$T/old.pdf")" old
run "$CXMAP" blank journey
exits 2 'no target'
err_has 'no target' 'says so'
run "$CXMAP" blank journey -o "$T/no/such/folder.pdf"
exits 3 'a target that cannot be written'
done_testing
