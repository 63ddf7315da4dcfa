#!/bin/sh
# Hostile input: an answer with the right place, bounded time and memory, no output; the same under the sanitizers.
. tests/lib/tap.sh

# Text $1 $2 times.
many() { perl -e 'print $ARGV[0] x $ARGV[1]' "$1" "$2"; }

# hostile NAME STATUS PATTERN: $T/bad.yaml is answered so by `check`, in 20 seconds and 2 GB, and builds nothing.
hostile() {
  run sh -c 'ulimit -v 2000000; exec timeout 20 "$CXMAP" check --format short "$T/bad.yaml"'
  exits "$2" "$1"
  out_has "$3" "$1: says what and where"
  ok "$1: in few words" test "$(wc -c <"$T/out")" -lt 400000
  if [ -x build/san/cxmap ]; then
    run timeout 120 build/san/cxmap build "$T/bad.yaml" -o "$T/bad.pdf"
    exits "$2" "$1: under the sanitizers"
    ok "$1: no output" test ! -e "$T/bad.pdf"
  fi
  rm -f "$T/bad.pdf"
}
fine() {
  run sh -c 'ulimit -v 2000000; exec timeout 60 "$CXMAP" build "$T/bad.yaml" -o "$T/bad.pdf"'
  exits 0 "$1"
  rm -f "$T/bad.pdf"
}
bad() { cat >"$T/bad.yaml"; }

{ echo 'title: x'; printf 'x-deep: '; many '[' 10000; many ']' 10000; } | bad
hostile '10,000 lists in each other' 1 'bad.yaml:2:[0-9]+.*too-deep'
{ echo 'title: x'; printf 'x-deep: '; many '{a: ' 10000; many '}' 10000; } | bad
hostile '10,000 maps in each other' 1 'bad.yaml:2:[0-9]+.*too-deep'
perl -e 'print "title: x\nx-deep:\n"; print " " x $_, "a:\n" for 1 .. 4000' | bad
hostile '4,000 levels of indentation' 1 'too-deep'
{ echo 'title: x'; printf 'x-deep: '; many '[' 10000; } | bad
hostile '10,000 open brackets' 1 'bad.yaml:2:[0-9]+'
{
  echo 'x-a: &a [x, x, x, x, x, x, x, x, x, x]'
  for pair in ba cb dc ed fe gf hg ih ji; do
    new=${pair%?} old=${pair#?}
    echo "x-$new: &$new [*$old, *$old, *$old, *$old, *$old, *$old, *$old, *$old, *$old, *$old]"
  done
} | bad
hostile 'an alias bomb' 1 'too-many-nodes'
echo 'x-loop: &loop [*loop]' | bad
hostile 'an alias of itself' 1 'bad.yaml:1:[0-9]+.*bad-alias'
echo 'x-a: *nowhere' | bad
hostile 'an alias of nothing' 1 'bad.yaml:1:[0-9]+'
: | bad
hostile 'an empty file' 1 'empty-document'
printf '\357\273\277' | bad
hostile 'a byte order mark alone' 1 'empty-document'
printf '# nothing but a comment\n' | bad
hostile 'a comment alone' 1 'empty-document'
printf 'title: a\n---\ntitle: b\n' | bad
hostile 'two documents' 1 'bad.yaml:2:1.*several-documents'
printf -- '- a\n- b\n' | bad
hostile 'a list at top level' 1 'bad.yaml:1:1.*not-a-map'
echo 'only words' | bad
hostile 'a text at top level' 1 'bad.yaml:1:1.*not-a-map'
printf 'title: a\npersona:\n\tname: b\n' | bad
hostile 'a tab as indentation' 1 'bad.yaml:3:1'
printf 'title: "never closed\nstages: []\n' | bad
hostile 'an open quote' 1 'bad.yaml:1:8'
printf 'title: a\377b\n' | bad
hostile 'bytes that are no UTF-8' 1 'bad.yaml:1:9.*bad-utf8'
printf 'title: "\355\240\200"\n' | bad
hostile 'a surrogate' 1 'bad.yaml:1:9.*bad-utf8'
printf 'title: a\000b\n' | bad
hostile 'a NUL' 1 'bad.yaml:1:9'
printf 'title: a\001b\n' | bad
hostile 'a control character' 1 'bad.yaml:1:9'
printf 'title: a\ntitle: b\n' | bad
hostile 'a key twice' 1 'bad.yaml:2:1.*duplicate-key'
{ printf 'title: '; many x 70000; echo; } | bad
hostile 'a text of 70,000 characters' 1 'bad.yaml:1:8.*text-too-long'
many '# x' 6000000 | bad
hostile 'a file of 18 MB' 1 'file-too-large'
{ echo 'lang: en'; echo 'stages:'; perl -e 'print "  - {name: S$_}\n" for 1 .. 2500'; } | bad
hostile '2,500 stages' 1 'too-many-columns'
{ echo 'lang: en'; perl -e 'print "k$_: 1\n" for 1 .. 20000'; } | bad
hostile '20,000 unknown keys' 1 'bad.yaml:2:1.*unknown-key'
head -c 100000 /dev/urandom >"$T/bad.yaml"
printf '\377\376\000' >>"$T/bad.yaml"
hostile 'noise' 1 'bad.yaml:'

{ printf 'lang: en\ntitle: long\nstages: [{name: A, actions: ['; many x 60000; echo ']}]'; } | bad
fine 'a word of 60,000 letters'
{ printf 'lang: en\ntitle: long\nstages: [{name: A, actions: ["'; many 'word and ' 7000; echo '"]}]'; } | bad
fine 'a text of 14,000 words'
{ printf 'lang: en\ntitle: many\nstages: [{name: A, actions: ['; many 'one, ' 5000; echo 'last]}]'; } | bad
hostile '5,000 items in a cell' 1 'page-too-large'
perl -e 'print "lang: en\ntitle: wide\nstages:\n"; print "  - {name: S$_, emotion: 1}\n" for 1 .. 100' | bad
fine '100 stages'

run "$CXMAP" check "$T/missing.yaml"
exits 3 'a missing file'
run "$CXMAP" check "$T"
exits 3 'a folder'
run timeout 20 "$CXMAP" check /dev/zero
exits 1 'a file without an end'
out_has 'file-too-large' 'is too large'
printf 'lang: en\ninclude: bad.yaml\nstages: [{name: A}]\n' | bad
hostile 'a file that includes itself' 1 'bad.yaml:2:10.*include-cycle'
printf 'lang: en\ninclude: /etc/passwd\nstages: [{name: A}]\n' | bad
hostile 'an include from elsewhere' 1 'bad.yaml:2:10.*outside-root'
ln -s /etc/passwd "$T/innocent.yaml"
printf 'lang: en\ninclude: innocent.yaml\nstages: [{name: A}]\n' | bad
hostile 'a link that leads elsewhere' 1 'bad.yaml:2:10.*outside-root'
mkfifo "$T/pipe.yaml"
printf 'lang: en\ninclude: pipe.yaml\nstages: [{name: A}]\n' | bad
hostile 'an include that is a pipe' 1 'bad.yaml:2:10.*is no regular file.*cannot-read'
printf 'lang: en\npersona: {name: A, photo: pipe.yaml}\nstages: [{name: A}]\n' | bad
run timeout 20 "$CXMAP" build "$T/bad.yaml" -o "$T/bad.pdf"
ok 'an image that is a pipe: is not waited for' test "$status" = 1 -o "$status" = 3
err_has "pipe.yaml.*cannot be read" 'and reported'
rm -f "$T/bad.pdf"
cat "$PWD/examples/minimal/journey.yaml" >"$T/pipe.yaml" &
run timeout 20 "$CXMAP" check "$T/pipe.yaml"
exits 0 'a pipe on the command line is read'
wait
bad <<'END'
lang: en
title: "<script>alert(1)</script> & \" <b>"
stages: [{name: "]]>", actions: ["<a href=x>"]}]
END
run "$CXMAP" build "$T/bad.yaml" -f svg -o -
exits 0 'markup in texts'
out_lacks '<script|<b>|<a href=x' 'is no markup in the output'
can xmllint && ok 'which is well-formed' xmllint --noout "$T/out"
printf 'lang: en\nstages: [{name: A, actions: [{text: x, link: "javascript:alert(1)"}]}]\n' | bad
hostile 'a link that is a script' 1 'bad.yaml:2:[0-9]+.*bad-link'
{ printf 'lang: en\nstages: [{name: A}]\nmaps:\n'; perl -e 'print "  - {journey: bad, id: m$_}\n" for 1 .. 501'; } | bad
hostile '501 maps' 1 'bad.yaml:504:5.*too-many-maps'
perl -e 'print "lang: en\nstages: [{name: A, x-0: [{text: b, id: i}]}]\nmaps:\n";
  my $more = join "", map { ", x-$_" } 1 .. 300;
  print "  - {journey: bad, id: m$_, lanes: [{id: x-0, style: bullets}$more]}\n" for 1 .. 400' | bad
run sh -c 'ulimit -v 2000000; exec timeout 20 "$CXMAP" list "$T/bad.yaml"'
exits 0 '400 maps with 301 lanes each'
done_testing
