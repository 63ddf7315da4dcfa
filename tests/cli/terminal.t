#!/bin/sh
# What is different on a terminal: colours, aligned columns, a word about what was written, no binary output.
. tests/lib/tap.sh

can script || skip_all 'script(1) is not installed'
script -qec true /dev/null </dev/null >/dev/null 2>&1 || skip_all 'there are no pseudo-terminals here'
TERM=xterm
export TERM
unset NO_COLOR
one=examples/minimal/journey.yaml
escape=$(printf '\033')
printf 'stagse: []\n' >"$T/wrong.yaml"

# Runs a command line with a terminal as standard output and error.
on_terminal() {
  script -qec "$1" /dev/null </dev/null >"$T/out" 2>"$T/err"
  status=$?
}

for format in pdf png; do
  on_terminal "'$CXMAP' build $one -f $format -o -"
  exits 2 "$format to a terminal is refused"
  out_has "cannot show a $format" "$format: with the reason"
done
on_terminal "'$CXMAP' build $one -f svg -o -"
exits 0 'svg to a terminal is text'
on_terminal "'$CXMAP' build $one -o '$T/map.pdf'"
exits 0 'a file'
out_has "Wrote $T/map.pdf \(1 map\)" 'is named when it is there'
on_terminal "'$CXMAP' check '$T/wrong.yaml'"
exits 1 'problems'
out_has "$escape\[" 'have colours'
on_terminal "NO_COLOR=1 '$CXMAP' check '$T/wrong.yaml'"
out_lacks "$escape\[" 'but not with NO_COLOR'
on_terminal "TERM=dumb '$CXMAP' check '$T/wrong.yaml'"
out_lacks "$escape\[" 'and not on a dumb terminal'
on_terminal "'$CXMAP' list $one"
out_has '^journey  journey  Ordering' 'lists are aligned with blanks'
done_testing
