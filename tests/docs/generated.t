#!/bin/sh
# The generated pages are what the tables say, links between pages lead somewhere, and the picture is there.
. tests/lib/tap.sh

for page in language diagnostics; do
  build/release/tests/tools/reference "$page" >"$T/$page.md"
  if diff -u "docs/$page.md" "$T/$page.md" >"$T/diff"; then
    pass "docs/$page.md"
  else
    fail "docs/$page.md" 'is not what `make docs` writes' "$(head -n 20 "$T/diff")"
  fi
done
ok 'docs/broadband.png' test -s docs/broadband.png
for page in README.md docs/*.md; do
  for link in $(grep -o '](\([^)#]*\)' "$page" | sed 's/^](//' | grep -v ':' | sort -u); do
    ok "$page: $link" test -e "$(dirname "$page")/$link"
  done
done
done_testing
