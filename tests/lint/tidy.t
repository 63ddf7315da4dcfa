#!/bin/sh
# What .clang-tidy asks for, without the analyzer, which takes long: `make tidy` runs that too.
. tests/lib/tap.sh

can clang-tidy || skip_all 'clang-tidy is not installed'
clang-tidy --version | grep -q 'version 14\.' || skip_all 'needs clang-tidy 14'
flags="-std=c17 -D_GNU_SOURCE -Iinclude $(pkg-config --cflags glib-2.0 pangocairo pangoft2 cairo librsvg-2.0)"
for folder in src/*; do
  files=$(find "$folder" -name '*.c' | sort)
  ok "$folder" clang-tidy --quiet --checks='-clang-analyzer-*' $files -- $flags
done
done_testing
