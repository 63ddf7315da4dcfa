#!/bin/sh
# The top level holds what a visitor expects and nothing else; every folder of sources has its header.
. tests/lib/tap.sh

found=$(ls -A | grep -vx -e .git -e build | LC_ALL=C sort | tr '\n' ' ')
files='.ci .clang-format .clang-tidy .editorconfig .gitignore LICENSE Makefile README.md'
wanted="$files docs examples include src tests "
is 'the top level' "$found" "$wanted"
for folder in src/*/; do
  name=$(basename "$folder")
  ok "src/$name has include/cxmap/$name.h" test -f "include/cxmap/$name.h"
done
ok 'main.c stays under 80 lines' test "$(wc -l <src/main.c)" -lt 80
ok 'the kept corpus of the fuzzer is small' test "$(du -sk tests/fuzz/corpus | cut -f1)" -lt 1024
done_testing
