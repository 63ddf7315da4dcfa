#!/bin/sh
# Several maps in one build: links between them, one persona's maps, a file for each.
. tests/lib/tap.sh

cat >"$T/map.yaml" <<'END_MAP'
title: Two views
lang: en
personas: {ann: {name: Ann, goals: [A price], says: [How much?]}, bob: {name: Bob}}
journeys:
  order:
    personas: [ann, bob]
    stages:
      - name: Aware
        actions: [Sees an ad]
        backstage: [Plans the campaign]
        emotions: {ann: 1, bob: -1}
        opportunities: [{text: Say the price, impact: 4, effort: 2}]
  주문: {persona: ann, stages: [{name: Aware, backstage: [Prints], emotion: 1}]}
END_MAP

# ---- One PDF ----
run "$CXMAP" build "$T/map.yaml" --map order -o "$T/one.pdf"
exits 0 'a PDF of one map'
is 'leads nowhere' "$(grep -ac '/Dest (' "$T/one.pdf")" 0
run "$CXMAP" build "$T/map.yaml" -o "$T/all.pdf"
exits 0 'a PDF of all maps'
ok 'the blueprint leads to the journey map' grep -aq '/Dest (order)' "$T/all.pdf"
ok 'the journey map to the blueprint' grep -aq '/Dest (order-blueprint)' "$T/all.pdf"
ok 'a name to the persona' grep -aq '/Dest (ann)' "$T/all.pdf"
ok 'the persona to the empathy map' grep -aq '/Dest (ann-empathy)' "$T/all.pdf"
ok 'and to the opportunities' grep -aq '/Dest (order-opportunities)' "$T/all.pdf"
if can qpdf; then
  ok 'it is sound' qpdf --check "$T/all.pdf"
  qpdf --qdf --object-streams=disable "$T/all.pdf" "$T/plain.pdf" 2>/dev/null
  missing=
  for name in $(grep -a '/Dest (' "$T/plain.pdf" | sed 's/.*(\(.*\)).*/\1/' | sort -u); do
    sed -n '/^  \/Names \[/,/^  \]/p' "$T/plain.pdf" | grep -aqF "($name)" || missing="$missing $name"
  done
  is 'every link has its page' "$missing" ''
else
  skip 'it is sound' 'no qpdf'
  skip 'every link has its page' 'no qpdf'
fi
if can pdfinfo; then
  is 'a page each' "$(pdfinfo "$T/all.pdf" | sed -n 's/^Pages: *//p')" "$("$CXMAP" list "$T/map.yaml" | grep -c .)"
  is 'the title is the document'"'"'s' "$(pdfinfo "$T/all.pdf" | sed -n 's/^Title: *//p')" 'Two views'
else
  skip 'a page each' 'no pdfinfo'
  skip 'the title is the document' 'no pdfinfo'
fi
for paper in A4 A0; do
  run "$CXMAP" build "$T/map.yaml" --paper $paper --theme dark --lang ko -o "$T/paper.pdf"
  exits 0 "paper, theme and language of all: $paper"
  if can qpdf; then ok "sound on $paper" qpdf --check "$T/paper.pdf"; else skip "sound on $paper" 'no qpdf'; fi
done
run "$CXMAP" build "$T/map.yaml" --tile A4 -o "$T/tiles.pdf"
exits 0 'tiles'
if can qpdf; then ok 'sound tiles' qpdf --check "$T/tiles.pdf"; else skip 'sound tiles' 'no qpdf'; fi
run "$CXMAP" build "$T/map.yaml" -o "$T/again.pdf"
ok 'the same bytes again' cmp "$T/all.pdf" "$T/again.pdf"

# ---- A folder ----
run "$CXMAP" build "$T/map.yaml" -f svg,png -o "$T/folder"
exits 0 'a folder'
for id in $("$CXMAP" list "$T/map.yaml" | cut -f 1); do
  ok "$id has a file of each format" test -s "$T/folder/map-$id.svg" -a -s "$T/folder/map-$id.png"
done
ok 'an SVG leads to the one beside it' grep -q '<a href="./map-order-blueprint.svg" aria' "$T/folder/map-order.svg"
ok 'in letters that any URL may have' grep -q 'href="./map-%EC%A3%BC%EB%AC%B8.svg"' "$T/folder/map-주문-blueprint.svg"
missing=
for file in $(grep -ho 'href="./[^"]*"' "$T"/folder/map-order*.svg | sed 's/href=".\///; s/"//'); do
  test -e "$T/folder/$file" || missing="$missing $file"
done
is 'all files that are led to are there' "$missing" ''
run "$CXMAP" build "$T/map.yaml" -o "$T/alone.svg"
exits 0 'an SVG file'
is 'leads nowhere: the others are not drawn' "$(grep -c '<a href' "$T/alone.svg")" 0

cat >"$T/names.yaml" <<'END_NAMES'
title: Names
lang: en
journeys:
  order: {stages: [{name: A}]}
  Order: {stages: [{name: B}]}
END_NAMES
long=$(printf '%0300d' 0 | tr 0 a)
printf '  %s1: {stages: [{name: C}]}\n  %s2: {stages: [{name: D}]}\n' "$long" "$long" >>"$T/names.yaml"
run "$CXMAP" build "$T/names.yaml" -f svg -o "$T/names/"
exits 0 'ids that differ in case only, ids too long for a name'
is 'a file for each' "$(find "$T/names" -name '*.svg' | wc -l | tr -d ' ')" 4
is 'none differs in case only' "$(find "$T/names" -name '*.svg' | tr '[:upper:]' '[:lower:]' | sort | uniq -d)" ''

# ---- One persona ----
run "$CXMAP" list --persona ann "$T/map.yaml"
tab=$(printf '\t')
out_has "^ann${tab}persona" 'a persona has a card and an empathy map'
out_has "^ann-empathy${tab}empathy" 'of its own'
run "$CXMAP" list --persona bob "$T/map.yaml"
exits 0 'list --persona'
is 'only what shows the persona' "$(grep -v persona "$T/out" | cut -f 1 | tr '\n' ' ' | sed 's/bob //')" \
  'order order-blueprint order-opportunities '
run "$CXMAP" build "$T/map.yaml" --persona bob --map order --emit=scene -o "$T/bob.json"
exits 0 'build --persona'
ok 'the other is not on the map' sh -c "! grep -q Ann '$T/bob.json'"
run "$CXMAP" build "$T/map.yaml" --persona bbo -o "$T/none.pdf"
exits 1 'a persona that is not there'
err_has 'did you mean .bob' 'the nearest is suggested'
ok 'nothing is written' test ! -e "$T/none.pdf"
done_testing
