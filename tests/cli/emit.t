#!/bin/sh
# --emit: every stage is JSON, the same on every run, for one map and for several.
. tests/lib/tap.sh

cat >"$T/two.yaml" <<'END'
lang: en
journeys:
  order: {stages: [{name: Aware, emotion: 1}]}
  return: {stages: [{name: Unhappy, emotion: -1}]}
END
is_json() { perl -MJSON::PP -e 'decode_json(do { local $/; <STDIN> })' <"$1"; }
is_list() { perl -MJSON::PP -e 'die unless ref decode_json(do { local $/; <STDIN> }) eq $ARGV[0]' "$2" <"$1"; }

for stage in nodes model sheet layout scene; do
  for file in $(grep -l '^title:' examples/*/*.yaml); do
    run "$CXMAP" build "$file" "--emit=$stage"
    exits 0 "$stage of $file"
    ok "$stage of $file is JSON" is_json "$T/out"
    cp "$T/out" "$T/first"
    run "$CXMAP" build "$file" "--emit=$stage" -o "$T/emitted.json"
    out_is_empty "$stage into a file"
    ok "$stage of $file is the same again" cmp "$T/first" "$T/emitted.json"
  done
  run "$CXMAP" build - "--emit=$stage" -o - <"$T/two.yaml"
  exits 0 "$stage of standard input"
  case $stage in nodes | model) kind=HASH ;; *) kind=ARRAY ;; esac
  ok "$stage of two maps" is_list "$T/out" "$kind"
done
run "$CXMAP" build "$T/two.yaml" --emit scene --map order
ok 'one map is an object' is_list "$T/out" HASH

run "$CXMAP" build "$T/two.yaml" --emit scnee
exits 2 'a mistyped stage'
err_has "Did you mean 'scene'" 'gets a suggestion'
run "$CXMAP" build "$T/two.yaml" --emit scene -f pdf
exits 2 '--emit with a format'
run "$CXMAP" build "$T/two.yaml" "$T/two.yaml" --emit scene
exits 2 '--emit of two files'
printf 'stagse: []\n' >"$T/wrong.yaml"
run "$CXMAP" build "$T/wrong.yaml" --emit nodes
exits 0 'nodes of a file whose keys are wrong'
run "$CXMAP" build "$T/wrong.yaml" --emit model
exits 1 'its model'
out_is_empty 'is not printed'
cat >"$T/note.yaml" <<'END'
lang: en
journeys: {order: {stages: [{name: Aware, frontstage: Greets, opportunities: {text: Call back, impact: 4, effort: 2}}]}}
maps:
  - {journey: order, note: Draft for the workshop}
  - {journey: order, view: blueprint, note: Draft for the workshop}
  - {journey: order, view: opportunities, note: Draft for the workshop}
END
run "$CXMAP" build "$T/note.yaml" --emit=sheet
is 'every view shows its note' "$(grep -c 'Draft for the workshop' "$T/out")" 3

done_testing
