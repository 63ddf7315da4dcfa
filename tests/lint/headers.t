#!/bin/sh
# Every public header compiles alone, as C and as what another program includes.
. tests/lib/tap.sh

flags=$(pkg-config --cflags glib-2.0 pangocairo cairo)
for header in include/cxmap/*.h; do
  printf '#include "cxmap/%s"\n#include "cxmap/%s"\n' "${header##*/}" "${header##*/}" >"$T/one.c"
  ok "$header" ${CC:-cc} -std=c17 -Wall -Wextra -Werror -Iinclude $flags -fsyntax-only "$T/one.c"
done
done_testing
