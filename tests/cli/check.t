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
  my @keys = qw(code slug severity message file line column end_line end_column figure help suggestion);
  die "counts" unless $all->{errors} == 2 && $all->{warnings} == 1 && @{$all->{diagnostics}} == 3;
  for my $one (@{$all->{diagnostics}}) { join(" ", sort keys %$one) eq join(" ", sort @keys) or die "keys" }
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
perl -e 'print "# x" x 6000000' >"$T/large.yaml"
mkdir "$T/folder.yaml"
for file in missing folder large; do
  run "$CXMAP" check "$T/$file.yaml"
  out_has "^$T/$file.yaml: error: '$T/$file.yaml' (does not|is)" "$file: stands at the head"
  run "$CXMAP" check --format short "$T/$file.yaml"
  out_has "^$T/$file.yaml: error: " "$file: and in the short form"
  run "$CXMAP" check --format json "$T/$file.yaml"
  ok "$file: is a member of the JSON form, without a place" perl -MJSON::PP -e '
    my ($one, @more) = @{decode_json(do { local $/; <STDIN> })->{diagnostics}};
    die if @more || $one->{file} ne $ARGV[0] || grep { defined $one->{$_} } qw(line column end_line end_column);
  ' "$T/$file.yaml" <"$T/out"
done
run "$CXMAP" check --format jsno "$T/wrong.yaml"
exits 2 'a mistyped format'
err_has "Did you mean 'json'" 'gets a suggestion'

# Each problem and each summary is printed once, whatever the command and the form.
for file in wrong warned; do
  code=$([ $file = wrong ] && echo CX012 || echo CX060)
  for format in human short json; do
    for command in check "build -o $T/once.pdf" "build -o $T/once.svg" "build -o $T/once.png" \
      "build -f pdf,png -o $T/once"; do
      "$CXMAP" $command --format $format "$T/$file.yaml" >"$T/out" 2>&1
      is "$command, $format: $file is told once" "$(grep -c $code "$T/out")" 1
      [ $format = human ] || continue
      is "$command: one summary" "$(grep -Ec '^[0-9]+ (error|warning)' "$T/out")" 1
    done
  done
  "$CXMAP" list "$T/$file.yaml" >"$T/out" 2>&1
  is "list: $file is told once" "$(grep -c $code "$T/out")" 1
  "$CXMAP" build --emit model "$T/$file.yaml" 2>&1 >"$T/out" | grep -c $code >"$T/count"
  is "--emit: $file is told once" "$(cat "$T/count")" 1
done
printf 'personas: {a: {name: A, goasl: [B]}}\n' >"$T/shared.yaml"
for name in one two; do printf 'include: shared.yaml\nlang: en\nstages: [{name: A}]\n' >"$T/$name.yaml"; done
run "$CXMAP" check "$T/one.yaml" "$T/two.yaml"
exits 1 'a wrong file that two files include'
is 'is told once' "$(grep -c 'shared.yaml:1:25' "$T/out")" 1

mkdir -p "$T/root/inner" "$T/outside"
printf 'segments: {a: {name: A}}\n' >"$T/root/part.yaml"
printf 'lang: en\ninclude: ../part.yaml\nstages: [{name: A}]\n' >"$T/root/inner/map.yaml"
run "$CXMAP" check "$T/root/inner/map.yaml"
exits 1 'an include outside of the folder of the file'
out_has 'outside-root' 'is refused'
run "$CXMAP" check --root "$T/root" "$T/root/inner/map.yaml"
exits 0 'unless --root takes it in'
done_testing
