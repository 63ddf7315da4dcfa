#!/bin/sh
# make install: what it puts where, that another program can use it, and that uninstall takes all of it away.
. tests/lib/tap.sh

place() { make --no-print-directory "$@" DESTDIR="$T/dest" PREFIX=/opt/cxmap; }
ok 'make install' place install
for file in bin/cxmap lib/libcxmap.a lib/pkgconfig/cxmap.pc include/cxmap/base.h include/cxmap/words.def; do
  ok "$file" test -f "$T/dest/opt/cxmap/$file"
done
run "$T/dest/opt/cxmap/bin/cxmap" --version
exits 0 'the program runs'

cat >"$T/embed.c" <<'END'
#include <cxmap/compile.h>

#include <stdio.h>
#include <string.h>

int main(void) {
  static const char text[] = "lang: en\nstages: [{name: Aware, actions: [Sees an ad]}]";
  CxShaper *shaper = cx_shaper_new("Noto Sans");
  CxCompile *run = cx_compile_new(shaper);
  const bool is_fine = cx_compile_text(run, "x", text, strlen(text), &(CxSettings){.until = CX_STAGE_SCENE});
  printf("%s %zu\n", CXMAP_VERSION, run->scenes.count);
  cx_compile_free(run);
  cx_shaper_free(shaper);
  return is_fine ? 0 : 1;
}
END
export PKG_CONFIG_PATH="$T/dest/opt/cxmap/lib/pkgconfig"
is 'the pkg-config file names the version' "$(pkg-config --modversion cxmap)" "$("$CXMAP" --version | cut -d' ' -f2)"
flags=$(pkg-config --cflags --libs cxmap | sed "s#/opt/cxmap#$T/dest/opt/cxmap#g")
ok 'a program compiles with it' sh -c "${CC:-cc} -o '$T/embed' '$T/embed.c' $flags"
run "$T/embed"
exits 0 'and draws a map'
out_has ' 1$' 'one'
ok 'make uninstall' place uninstall
is 'leaves no file' "$(find "$T/dest" -type f)" ''
done_testing
