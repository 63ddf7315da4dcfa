#!/bin/sh
# Without the fonts that the theme names the map is drawn all the same, and what is missing is said plainly.
. tests/lib/tap.sh

only() {
  mkdir -p "$T/fonts"
  rm -f "$T/fonts/"*
  for font in "$@"; do cp "$font" "$T/fonts"; done
  cat >"$T/fonts.conf" <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$T/fonts</dir><cachedir>$T/cache</cachedir></fontconfig>
END
}
serif=$(fc-list 'Noto Serif:style=Regular:lang=en' file | sed -n 's/: *$//; /NotoSerif-Regular/p' | head -n 1)
sans=$(fc-list 'Noto Sans:style=Regular:lang=en' file | sed -n 's/: *$//; /NotoSans-Regular/p' | head -n 1)
[ -f "$serif" ] && [ -f "$sans" ] || skip_all 'Noto Sans or Noto Serif is not installed'
export FONTCONFIG_FILE="$T/fonts.conf"

only "$sans"
run "$CXMAP" build examples/minimal/journey.yaml -o "$T/map.pdf"
exits 0 'a machine with Noto Sans alone'
err_lacks 'missing-font' 'draws English in it'
printf 'lang: zh-Hans\ntitle: 订购宽带\nstages: [{name: Aware}]\n' >"$T/zh.yaml"
run "$CXMAP" build "$T/zh.yaml" -o "$T/map.pdf"
exits 0 'and Chinese as well as it can'
err_has 'zh.yaml:2:8: warning: .*订购宽带.*missing-glyph' 'naming the characters and their place'

only "$serif"
run "$CXMAP" build examples/minimal/journey.yaml -o "$T/map.pdf"
exits 0 'a machine without Noto Sans'
err_has 'Noto Sans.*Noto Serif.*missing-font' 'names both fonts'
err_has 'fonts-noto-core' 'and the package'
is 'once' "$(grep -c missing-font "$T/err")" 1
done_testing
