#!/bin/sh
# Themes: of the command line, of the document, of files; their fonts and logos.
. tests/lib/tap.sh

one=examples/minimal/journey.yaml
mkdir -p "$T/brand" "$T/elsewhere"
printf 'base: dark\ncolours: {primary: "#ffd166"}\nradius: 2mm\n' >"$T/brand/theme.yaml"
cp "$T/brand/theme.yaml" "$T/elsewhere/theme.yaml"
printf 'lang: en\ntitle: Order\ntheme: print\nstages: [{name: Aware, pains: Slow}]\n' >"$T/brand/map.yaml"

for theme in light dark print workshop contrast; do
  run "$CXMAP" build "$one" --theme "$theme" -o "$T/$theme.svg"
  exits 0 "--theme $theme"
  err_is_empty "$theme: silent"
done
ok 'themes differ' sh -c "! cmp -s '$T/light.svg' '$T/dark.svg'"
run "$CXMAP" build "$one" -o "$T/default.svg"
ok 'light is the default' cmp "$T/light.svg" "$T/default.svg"

run "$CXMAP" build "$T/brand/map.yaml" -o "$T/document.svg"
run "$CXMAP" build "$T/brand/map.yaml" --theme print -o "$T/same.svg"
ok "a document's theme is drawn" cmp "$T/document.svg" "$T/same.svg"
run "$CXMAP" build "$T/brand/map.yaml" --theme dark -o "$T/over.svg"
exits 0 'the command line goes over the document'
ok 'so another one is drawn' sh -c "! cmp -s '$T/document.svg' '$T/over.svg'"
run "$CXMAP" build "$T/brand/map.yaml" --theme "$T/brand/theme.yaml" -o "$T/file.svg"
exits 0 'a theme file'
err_is_empty 'is read'
run "$CXMAP" build "$T/brand/map.yaml" --theme "$T/brand/theme.yaml" --emit=scene
out_has '"role": "label".*"radius": 5.669, "fill": "#222b36"' 'and drawn'
run "$CXMAP" build examples/broadband/journey.yaml --theme examples/broadband/brand.yaml --werror -o "$T/brand.pdf"
exits 0 "the example's theme"
err_is_empty 'can be read'
run "$CXMAP" build "$T/brand/map.yaml" --theme "$T/elsewhere/theme.yaml" -o "$T/none.svg"
exits 1 'a theme file outside the root'
err_has 'outside-root' 'is refused'
run "$CXMAP" build "$T/brand/map.yaml" --theme "$T/brand/thme.yaml" -o "$T/none.svg"
exits 1 'a theme file that is not there'
err_has '^--theme:1:1: error: .*thme.yaml.*missing-file' 'says so'
err_has 'theme.yaml' 'and suggests the nearest'
run "$CXMAP" build "$one" --theme pint -o "$T/none.svg"
exits 2 'a theme that there is not'
err_has 'print' 'the nearest is suggested'
ok 'nothing was written' test ! -e "$T/none.svg"

mkfifo "$T/brand/pipe.ttf"
printf 'lang: en\ntitle: Order\ntheme: {font: X, fonts: pipe.ttf}\nstages: [Aware]\n' >"$T/brand/pipe.yaml"
run timeout 20 "$CXMAP" build "$T/brand/pipe.yaml" -o "$T/none.svg"
exits 1 'a pipe as a font'
err_has 'bad-font' 'is none, and not waited for'
head -c 60 docs/minimal.png >"$T/brand/half.png"
printf 'lang: en\ntitle: Order\ntheme: {logo: half.png}\nstages: [Aware]\n' >"$T/brand/half.yaml"
run "$CXMAP" build "$T/brand/half.yaml" -o "$T/none.svg"
exits 1 'a logo that is cut off'
err_has 'half.yaml:3:15: error: .*bad-image' 'is reported at its place'

printf 'lang: en\ntitle: Order\nstages: [Aware]\njourneys:\n' | sed '/^stages/d' >"$T/brand/maps.yaml"
printf '  order: {stages: [{name: Aware}]}\ntheme: dark\nmaps:\n  - {journey: order, id: a}\n' >>"$T/brand/maps.yaml"
printf '  - {journey: order, id: b, theme: print}\n  - {journey: order, id: c, theme: dark}\n' >>"$T/brand/maps.yaml"
run "$CXMAP" build "$T/brand/maps.yaml" -f svg -o "$T/maps"
exits 0 'a theme for each map'
ok 'the map says it' sh -c "! cmp -s '$T/maps/maps-a.svg' '$T/maps/maps-b.svg'"

serif=$(fc-list 'DejaVu Serif:style=Book' file | sed -n 's/: *$//p' | head -n 1)
[ -f "$serif" ] ||
  serif=$(fc-list 'Noto Serif:style=Regular' file | sed -n 's/: *$//; /NotoSerif-Regular/p' | head -n 1)
if [ -f "$serif" ]; then
  family=$(fc-query -f '%{family[0]}' "$serif")
  cp "$serif" "$T/brand/own.ttf"
  theme="{font: $family, fonts: own.ttf}"
  printf 'lang: en\ntitle: Order\ntheme: %s\nstages: [Aware]\n' "$theme" >"$T/brand/font.yaml"
  printf 'lang: en\ntitle: Order\ntheme: {font: %s}\nstages: [Aware]\n' Brandish >"$T/brand/lost.yaml"
  printf 'lang: en\ntitle: Order\nstages: [Aware]\n' >"$T/brand/plain.yaml"
  run "$CXMAP" build "$T/brand/plain.yaml" -o "$T/plain.pdf"
  run "$CXMAP" build "$T/brand/font.yaml" "$T/brand/plain.yaml" -f pdf -o "$T/both"
  exits 0 'a font file of the project'
  err_is_empty 'is found'
  ok 'another file of the run does not see it' cmp "$T/plain.pdf" "$T/both/plain.pdf"
  if can pdffonts; then
    is 'its map does' "$(pdffonts "$T/both/font.pdf" | grep -c "$(echo "$family" | tr -d ' ')")" 1
  else
    skip 'its map does' 'no pdffonts'
  fi
  run "$CXMAP" build "$T/brand/lost.yaml" -o "$T/lost.pdf"
  exits 0 'a family that is not installed'
  err_has 'lost.yaml:3:15: warning: .*Brandish.*missing-font' 'is a warning at its name'
else
  skip 'a font file of the project' 'no serif font is installed'
fi

cat >"$T/brand/logo.svg" <<'END'
<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30"/></svg>
END
printf 'lang: en\ntitle: Order\ntheme: {logo: logo.svg}\nstages: [Aware]\n' >"$T/brand/logo.yaml"
run "$CXMAP" build "$T/brand/logo.yaml" --emit=scene
exits 0 'a logo'
out_has '"role": "logo"' 'stands on the map'
printf 'lang: en\ntitle: Order\ntheme: {logo: theme.yaml}\nstages: [Aware]\n' >"$T/brand/logo.yaml"
run "$CXMAP" check "$T/brand/logo.yaml"
exits 1 'a logo that is no picture'
out_has 'logo.yaml:3:15: error: .*bad-image' 'is an error at its path'
done_testing
