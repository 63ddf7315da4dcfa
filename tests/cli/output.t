#!/bin/sh
# Output is whole or not there at all: failed runs, failed writes, links, permissions, closed streams.
. tests/lib/tap.sh

one=$PWD/examples/minimal/journey.yaml
printf 'title: Wrong\nstagse: []\n' >"$T/wrong.yaml"
printf 'x-note: nothing to draw\nlang: en\ntitle: Nothing\n' >"$T/nothing.yaml"
mkdir "$T/work" && cd "$T/work" || exit 1

echo old >map.pdf
run "$CXMAP" build "$T/wrong.yaml" -o map.pdf
exits 1 'wrong definitions'
out_is_empty 'nothing on standard output'
err_has 'stages' 'problems go to standard error'
is 'the old file is untouched' "$(cat map.pdf)" old
run "$CXMAP" build "$T/wrong.yaml" "$one" -f pdf,svg -o folder/
exits 1 'one wrong file of two'
ok 'nothing is written, no folder made' test ! -e folder
run "$CXMAP" build "$T/wrong.yaml" -f pdf -o -
exits 1 'to standard output'
out_is_empty 'not one byte'
run "$CXMAP" build "$T/nothing.yaml" -o map.pdf
exits 1 'nothing to draw'
err_has 'nothing.yaml:1:1: warning: .*nothing-to-draw' 'is said of the file'
err_has '^cxmap: error: .*nothing is written' 'and that it has failed'
is 'in one summary' "$(tail -n 1 "$T/err")" '1 error, 1 warning'
is 'the old file is untouched' "$(cat map.pdf)" old
cp "$T/nothing.yaml" "$T/neither.yaml"
run "$CXMAP" build "$T/nothing.yaml" "$T/neither.yaml" -o none/
exits 1 'nothing to draw in several files'
is 'one error for all' "$(grep -c ' error: ' "$T/err")" 1
ok 'no folder is made' test ! -e none
run "$CXMAP" build "$T/nothing.yaml" "$one" -o some/
exits 0 'nothing to draw in one file of two'
err_has 'nothing.yaml:1:1: warning: .*nothing-to-draw' 'is a warning'
is 'the other is drawn' "$(ls some)" journey.pdf
rm -r some

run "$CXMAP" build "$one" -o map.pdf
exits 0 'a good run'
is 'replaces the file' "$(head -c 4 map.pdf)" '%PDF'
is 'and leaves nothing beside it' "$(ls)" map.pdf
run "$CXMAP" build missing.yaml -o map.pdf
exits 3 'a missing file'
err_has "missing.yaml.*does not exist" 'is named'
run "$CXMAP" build "$T" -o map.pdf
exits 3 'a folder as file'
run "$CXMAP" build "$one" --root "$T/no-such-folder" -o map.pdf
exits 3 'a root that does not exist'

cp "$one" own.yaml && cp own.yaml kept
cp own.yaml inner.yaml && printf 'include: [inner.yaml]\n' >outer.yaml
ln -s own.yaml own.pdf && ln inner.yaml inner.pdf
own() {
  name=$1
  shift
  run "$CXMAP" build "$@"
  exits 2 "$name as target"
  err_has 'is a definition file and would be overwritten' "$name: says so"
  ok "$name: is untouched" cmp own.yaml kept
  ok "$name: and what it includes" cmp inner.yaml kept
}
own 'the definition itself' own.yaml -f pdf -o own.yaml
own 'a link to it' own.yaml -o own.pdf
own 'another name for an included file' outer.yaml -o inner.pdf
own 'the definition itself, with --emit' own.yaml --emit model -o own.yaml
own 'what is standard input' - -f pdf -o own.yaml <own.yaml
rm own.yaml own.pdf inner.yaml inner.pdf outer.yaml kept

run "$CXMAP" build "$one" -o no/such/folder.pdf
exits 3 'a target in a folder that is not there'
err_has 'no/such/folder.pdf' 'is named'
err_has 'No such file' 'with the reason'
touch blocked
run "$CXMAP" build "$one" -f pdf,svg -o blocked/maps
exits 3 'a folder that cannot be made'
rm blocked
mkdir half && echo old >half/journey.pdf && mkdir half/wrong.pdf && cp "$one" wrong.yaml
run "$CXMAP" build "$one" wrong.yaml -o half
exits 3 'one of two files cannot be written'
err_has "half/wrong.pdf' cannot be written" 'is named'
is 'the other is untouched' "$(cat half/journey.pdf)" old
is 'nothing is left beside them' "$(cd half && echo *)" 'journey.pdf wrong.pdf'
rm -r half wrong.yaml
run sh -c 'ulimit -f 2 && exec "$CXMAP" build "$0" -o map.pdf' "$one"
exits 3 'a file that may not grow'
err_has 'map.pdf.*too large.*CX080' 'is named with the reason'
is 'the old file stays, and nothing is left beside it' "$(echo *)" map.pdf

(umask 027 && "$CXMAP" build "$one" -o new.pdf)
is 'a new file has the permissions of the umask' "$(stat -c %a new.pdf)" 640
chmod 604 new.pdf
"$CXMAP" build "$one" -o new.pdf
is 'an old one keeps its own' "$(stat -c %a new.pdf)" 604
mkdir real && echo old >real/map.pdf && ln -s real/map.pdf link.pdf
run "$CXMAP" build "$one" -o link.pdf
exits 0 'a link as target'
ok 'stays a link' test -L link.pdf
is 'to the new file' "$(head -c 4 real/map.pdf)" '%PDF'
ln -s real/new.pdf empty.pdf
run "$CXMAP" build "$one" -o empty.pdf
exits 0 'a link to nothing'
ok 'the file it leads to is made' test -f real/new.pdf -a -L empty.pdf
mkfifo pipe
cat pipe >piped.pdf &
run "$CXMAP" build "$one" -o pipe
exits 2 'a pipe has no ending'
run "$CXMAP" build "$one" -f pdf -o pipe
wait
exits 0 'a pipe is written to'
ok 'and not replaced' test -p pipe
ok 'all bytes arrive' cmp piped.pdf real/map.pdf
"$CXMAP" build "$one" -f svg -o /dev/stdout >stdout.svg
ok '/dev/stdout' grep -q '</svg>' stdout.svg
if [ "$(id -u)" != 0 ]; then
  chmod 500 real
  run "$CXMAP" build "$one" -o real/map.pdf
  exits 3 'a folder one may not write to'
  chmod 700 real
else
  skip 'a folder one may not write to' 'root may'
fi

full() {
  name=$1
  shift
  "$@" >/dev/full 2>"$T/err"
  status=$?
  exits 3 "a full disk: $name"
  err_has 'No space left' "$name: says so"
}
if [ -e /dev/full ]; then
  full build "$CXMAP" build "$one" -f svg -o -
  full emit "$CXMAP" build "$one" --emit scene
  full check "$CXMAP" check "$T/wrong.yaml"
  full list "$CXMAP" list "$one"
  full help "$CXMAP" --help
  full 'help of a command' "$CXMAP" build --help
  full version "$CXMAP" --version
  run "$CXMAP" build "$one" -f pdf -o /dev/full
  exits 3 'a full disk as file'
else
  skip 'a full disk' 'no /dev/full'
fi
"$CXMAP" build "$one" -f svg -o - >&- 2>"$T/err"
status=$?
exits 3 'standard output is closed'
"$CXMAP" check - <&- >"$T/out" 2>"$T/err"
status=$?
exits 3 'standard input is closed'
"$CXMAP" build "$one" -o closed.pdf >&- 2>&-
status=$?
exits 0 'closed streams that are not used'
is 'do not get into the file' "$(head -c 4 closed.pdf)" '%PDF'
{ "$CXMAP" build "$one" -f png --dpi 600 -o - 2>"$T/err"; echo $? >"$T/status"; } | head -c 1 >/dev/null
is 'a reader that goes away' "$(cat "$T/status")" 3
done_testing
