#!/bin/sh
# Every public header compiles alone, as C and as what another program includes.
. tests/lib/tap.sh

flags=$(pkg-config --cflags glib-2.0 pangocairo cairo)
for header in $(find include/cxmap -name "*.h" | sort); do
  printf '#include "%s"\n#include "%s"\n' "${header#include/}" "${header#include/}" >"$T/one.c"
  ok "$header" ${CC:-cc} -std=c17 -Wall -Wextra -Werror -Iinclude $flags -fsyntax-only "$T/one.c"
done
done_testing
