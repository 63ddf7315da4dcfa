#!/bin/sh
# The sources are formatted as .clang-format says. Its major versions differ in details, so only one is asked.
. tests/lib/tap.sh

can clang-format || skip_all 'clang-format is not installed'
clang-format --version | grep -q ' version 14\.' || skip_all 'needs clang-format 14'
for file in $(find include src tests -name '*.[ch]' | sort); do
  ok "$file" clang-format --dry-run -Werror "$file"
done
done_testing
