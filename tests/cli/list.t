#!/bin/sh
# cxmap list: the maps that a build would draw.
. tests/lib/tap.sh

cat >"$T/two.yaml" <<'END'
title: Two journeys
lang: en
journeys:
  order: {title: {en: Order, ko: 주문}, stages: [{name: Aware}]}
  return: {title: Return, stages: [{name: Unhappy}]}
END
tab=$(printf '\t')
run "$CXMAP" list "$T/two.yaml"
exits 0 'list'
is 'a line a map: id, kind, title' "$(cat "$T/out")" "order${tab}journey${tab}Order
return${tab}journey${tab}Return"
run "$CXMAP" list --lang ko "$T/two.yaml"
out_has "^order${tab}journey${tab}주문$" '--lang'
run "$CXMAP" list "$T/two.yaml" examples/minimal/journey.yaml
exits 0 'several files'
out_has "^$T/two.yaml${tab}order${tab}" 'have their names in front'
run "$CXMAP" list --format json "$T/two.yaml"
exits 0 'json'
ok 'a list of objects' perl -MJSON::PP -e '
  my $maps = decode_json(do { local $/; <STDIN> });
  my $one = $maps->[1];
  die unless @$maps == 2 && $one->{id} eq "return" && $one->{kind} eq "journey" && $one->{title} eq "Return";
' <"$T/out"
cat >"$T/maps.yaml" <<'END'
title: Listed
lang: en
journeys:
  order: {title: {en: Order, ko: 주문}, stages: [{name: Aware, pains: Late}]}
  return: {title: Return, stages: [{name: Unhappy}]}
maps:
  - {journey: return}
  - {journey: order, view: journey, lang: ko}
  - {journey: order, id: pains-only, title: Pains, lanes: [pains], paper: A3}
END
run "$CXMAP" list "$T/maps.yaml"
exits 0 'a document with maps'
is 'what it lists, in its order' "$(cat "$T/out")" "return${tab}journey${tab}Return
order${tab}journey${tab}주문
pains-only${tab}journey${tab}Pains"
run "$CXMAP" list --lang en --format json "$T/maps.yaml"
out_has '"id": "order", "kind": "journey", "title": "Order"' '--lang goes before the languages of maps'
out_has '"id": "pains-only", "kind": "journey", "title": "Pains"' 'json'
run "$CXMAP" build "$T/maps.yaml" --map pains-only --emit=scene
out_has '"map": "pains-only"' '--map finds one of them'
out_has '"kind": "journey"' 'which is a journey map'
run "$CXMAP" build "$T/maps.yaml" -o "$T/all.pdf"
exits 0 'a PDF of all'
if can pdftotext; then
  pdftotext "$T/all.pdf" "$T/all.txt"
  ok 'holds them in this order' perl -0ne 'exit !/Return.*주문.*Pains/s' "$T/all.txt"
fi
escape=$(printf '\033')
printf 'stages: [{name: Aware}]\nlang: en\n' >"$T/e$escape[31m.yaml"
run "$CXMAP" list "$T/e$escape[31m.yaml" "$T/two.yaml"
exits 0 'a control character in the name of a file'
out_lacks "$escape" 'does not reach the terminal'
out_has '�\[31m' 'but a mark in its place'
printf 'stagse: []\n' >"$T/wrong.yaml"
run "$CXMAP" list "$T/wrong.yaml"
exits 1 'a wrong file'
out_is_empty 'lists nothing'
err_has 'stages' 'and says why'
run "$CXMAP" list "$T/missing.yaml"
exits 3 'a missing file'
run "$CXMAP" list --format xml "$T/two.yaml"
exits 2 'an unknown format'
done_testing
