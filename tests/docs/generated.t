#!/bin/sh
# The generated pages are what the tables and the gallery's definitions say, links between pages lead somewhere, and the
# pictures are there.
. tests/lib/tap.sh

for page in language diagnostics gallery; do
  if test "$page" = gallery; then
    tests/tools/gallery page >"$T/$page.md"
  else
    build/release/tests/tools/reference "$page" >"$T/$page.md"
  fi
  if diff -u "docs/$page.md" "$T/$page.md" >"$T/diff"; then
    pass "docs/$page.md"
  else
    fail "docs/$page.md" 'is not what `make docs` writes' "$(head -n 20 "$T/diff")"
  fi
done
ok 'docs/broadband.png' test -s docs/broadband.png
shown=$(grep -o '](gallery/[^)]*png)' docs/gallery.md | sed 's/^](gallery.//; s/)$//' | LC_ALL=C sort)
is 'the gallery shows all its pictures' "$shown" "$(cd docs/gallery && ls ./*.png | sed 's/^..//' | LC_ALL=C sort)"
ok 'the gallery is small' test "$(du -sk docs/gallery | cut -f1)" -lt 4096
for page in README.md docs/*.md; do
  for link in $(grep -o '](\([^)#]*\)' "$page" | sed 's/^](//' | grep -v ':' | sort -u); do
    ok "$page: $link" test -e "$(dirname "$page")/$link"
  done
done
done_testing
