#!/bin/sh
# cxmap check: formats, streams, exit statuses; what is checked is in tests/errors.
. tests/lib/tap.sh

cat >"$T/wrong.yaml" <<'END'
title: Wrong
lang: en
persona: {name: Hannah, goasl: [Online]}
stages:
  - name: Aware
    emotion: 7
END
cat >"$T/warned.yaml" <<'END'
title: 주문
persona: {name: 한나}
stages: [{name: 인지, actions: [광고를 본다]}]
END

run "$CXMAP" check examples/minimal/journey.yaml
exits 0 'a fine file'
out_is_empty 'nothing on standard output'
err_is_empty 'nothing on standard error'

run "$CXMAP" check "$T/wrong.yaml"
exits 1 'a wrong file'
err_is_empty 'nothing on standard error'
out_has "wrong.yaml:3:25" 'the place of the first problem'
out_has "wrong.yaml:6:14" 'and of the second'
out_has "goals" 'with a suggestion'
out_lacks "$(printf '\033')" 'no colours in a file'
run "$CXMAP" check --format short "$T/wrong.yaml"
exits 1 'short'
is 'a line a problem' "$(grep -c '^.*wrong.yaml:[0-9]*:[0-9]*: error' "$T/out")" 2
run "$CXMAP" check --format json "$T/wrong.yaml" "$T/warned.yaml"
exits 1 'json'
ok 'one object for all files, with the documented members' perl -MJSON::PP -e '
  my $all = decode_json(do { local $/; <STDIN> });
  my @keys = qw(code slug severity message file line column end_line end_column);
  die "counts" unless $all->{errors} == 2 && $all->{warnings} == 1 && @{$all->{diagnostics}} == 3;
  for my $one (@{$all->{diagnostics}}) { exists $one->{$_} or die "no $_" for @keys }
  my ($first) = @{$all->{diagnostics}};
  die "place" unless $first->{line} == 3 && $first->{column} == 25 && $first->{end_column} == 30;
  die "suggestion" unless $first->{suggestion} eq "goals";
' <"$T/out"
run "$CXMAP" check --format json examples/minimal/journey.yaml
exits 0 'json of a fine file'
ok 'is an object too' perl -MJSON::PP -e '
  my $all = decode_json(do { local $/; <STDIN> });
  die unless @{$all->{diagnostics}} == 0 && $all->{errors} == 0 && $all->{warnings} == 0' <"$T/out"

run "$CXMAP" check "$T/warned.yaml"
exits 0 'a warning'
out_has 'guessed-language' 'is printed'
run "$CXMAP" check --werror "$T/warned.yaml"
exits 1 'counts with --werror'
run "$CXMAP" build --werror "$T/warned.yaml" -o "$T/warned.pdf"
exits 1 'in a build too'
ok 'which writes nothing then' test ! -e "$T/warned.pdf"
run "$CXMAP" build "$T/warned.yaml" -o "$T/warned.pdf"
exits 0 'without it the map is drawn'
err_has 'guessed-language' 'and the warning goes to standard error'
run "$CXMAP" build --format json "$T/warned.yaml" -o "$T/warned.pdf"
ok 'as JSON where asked for' perl -MJSON::PP -e 'decode_json(do { local $/; <STDIN> })' <"$T/err"

run "$CXMAP" check - <"$T/wrong.yaml"
exits 1 'standard input'
out_has 'stdin:3:25' 'is named stdin'
run "$CXMAP" check "$T/missing.yaml" "$T/wrong.yaml"
exits 3 'a missing file beside a wrong one'
out_has 'missing.yaml' 'both are reported'
out_has 'wrong.yaml:6:14' 'in one run'
run "$CXMAP" check --format jsno "$T/wrong.yaml"
exits 2 'a mistyped format'
err_has "Did you mean 'json'" 'gets a suggestion'

mkdir -p "$T/root/inner" "$T/outside"
printf 'segments: {a: {name: A}}\n' >"$T/root/part.yaml"
printf 'lang: en\ninclude: ../part.yaml\nstages: [{name: A}]\n' >"$T/root/inner/map.yaml"
run "$CXMAP" check "$T/root/inner/map.yaml"
exits 1 'an include outside of the folder of the file'
out_has 'outside-root' 'is refused'
run "$CXMAP" check --root "$T/root" "$T/root/inner/map.yaml"
exits 0 'unless --root takes it in'
done_testing
