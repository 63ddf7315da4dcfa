#!/bin/sh
# Help, version, and what a mistyped command line is answered.
. tests/lib/tap.sh

run "$CXMAP" --version
exits 0 '--version'
out_has '^cxmap [0-9]+\.[0-9]+\.[0-9]+$' 'prints name and version'
is 'which is the one of the header' "$(cat "$T/out")" \
  "cxmap $(sed -n 's/^#define CXMAP_VERSION "\(.*\)"/\1/p' include/cxmap/compile.h)"

run "$CXMAP" --help
exits 0 '--help'
err_is_empty 'help goes to standard output'
for command in build check list help; do out_has "^  $command " "names $command"; done
out_has 'cxmap build journey.yaml -o map.pdf' 'shows an example'
out_has 'Exit status' 'says what the exit status means'
cp "$T/out" "$T/overview"

run "$CXMAP" help
exits 0 'help without a command'
ok 'is the overview too' cmp "$T/out" "$T/overview"

run "$CXMAP"
exits 2 'no command'
out_is_empty 'nothing on standard output'
ok 'the overview on standard error' cmp "$T/err" "$T/overview"

for command in build check list help; do
  run "$CXMAP" "$command" --help
  exits 0 "$command --help"
  out_has "^  cxmap $command" "$command: usage"
  out_has '^Examples:' "$command: examples"
  cp "$T/out" "$T/long"
  run "$CXMAP" "$command" -h
  ok "$command -h is the same" cmp "$T/out" "$T/long"
  run "$CXMAP" help "$command"
  ok "help $command is the same" cmp "$T/out" "$T/long"
done

run "$CXMAP" biuld x.yaml
exits 2 'a mistyped command'
err_has "unknown command 'biuld'" 'is named'
err_has "Did you mean 'build'" 'and the right one suggested'
out_is_empty 'nothing on standard output'

run "$CXMAP" zzzzzzzz
exits 2 'a command like no other'
err_lacks 'Did you mean' 'gets no suggestion'

run "$CXMAP" --verson
exits 2 'a mistyped option before the command'
err_has "Did you mean '--version'" 'gets a suggestion'

run "$CXMAP" examples/minimal/journey.yaml
exits 2 'a file without a command'
err_has 'cxmap build examples/minimal/journey.yaml -o map.pdf' 'is answered with the whole command'

run "$CXMAP" build x.yaml --formt json
exits 2 'a mistyped option of a command'
err_has "unknown option '--formt'" 'is named'
err_has "Did you mean '--format'" 'and the right one suggested'

run "$CXMAP" build x.yaml --trasparent=yes -o x.png
exits 2 'a mistyped option with a value'
err_has "Did you mean '--transparent'" 'gets a suggestion'

run "$CXMAP" check x.yaml -Q
exits 2 'an unknown short option'
err_has "unknown option '-Q'" 'is named'

run "$CXMAP" build x.yaml -o
exits 2 'an option without its value'

run "$CXMAP" help biuld
exits 2 'help for a mistyped command'
err_has "Did you mean 'build'" 'gets a suggestion'

for command in build check list; do
  run "$CXMAP" "$command"
  exits 2 "$command without a file"
  err_has 'which file' "$command: says so"
done

escape=$(printf '\033')
for words in "lis$escape[31mt" "--hel$escape[31mp" "build --hel$escape[31mp" "build -f p$escape[31mdf -o x x"; do
  run "$CXMAP" $words
  exits 2 'a control character on the command line'
  err_lacks "$escape" 'does not reach the terminal'
  err_has '�\[31m' 'but a mark in its place'
done
done_testing
