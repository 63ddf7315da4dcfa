#!/bin/sh
# The examples: no findings, all formats, the same bytes on every run, all texts found again in the PDF.
. tests/lib/tap.sh

# The texts of a scene, a paragraph a line; blanks do not count, for line breaks consume some.
texts_of_scene() {
  perl -MJSON::PP -CO -e '
    sub walk {
      my ($item) = @_;
      walk($_) for @{$item->{items} || []};
      if (($item->{type} // "") eq "text") { $text{$item->{para}} .= $item->{text} }
    }
    my $maps = decode_json(do { local $/; <STDIN> });
    for my $map (ref $maps eq "ARRAY" ? @$maps : $maps) {
      %text = ();
      walk($map);
      print map { s/\s+//gr . "\n" } map { $text{$_} } sort { $a <=> $b } keys %text;
    }'
}

# A file with a title is one to build; the others are parts of it.
for file in $(grep -l '^title:' examples/*/*.yaml); do
  run "$CXMAP" check "$file"
  exits 0 "$file: no errors"
  for lang in '' en zh-Hans ko; do
    [ -n "$lang" ] && ! grep -q "$lang:" "$file" && continue
    for format in pdf svg png; do
      run "$CXMAP" build "$file" ${lang:+--lang $lang} -o "$T/first.$format"
      exits 0 "$file $lang $format"
      "$CXMAP" build "$file" ${lang:+--lang $lang} -o "$T/second.$format" 2>"$T/err"
      ok "$file $lang $format: the same bytes again" cmp "$T/first.$format" "$T/second.$format"
    done
    can xmllint && ok "$file $lang: well-formed" xmllint --noout "$T/first.svg"
    can pdftotext || continue
    pdftotext -raw "$T/first.pdf" - | tr -d '[:space:]\f' >"$T/found"
    "$CXMAP" build "$file" ${lang:+--lang $lang} --emit scene 2>"$T/err" | texts_of_scene >"$T/wanted"
    ok "$file $lang: has texts" test -s "$T/wanted"
    missing=$(perl -CSD -e 'open my $in, "<", shift; my $all = join "", <$in>; open $in, "<", shift;
      while (<$in>) { chomp; print "$_\n" if index($all, $_) < 0 }' "$T/found" "$T/wanted")
    is "$file $lang: all of them in the PDF" "$missing" ''
  done
done
run "$CXMAP" build examples/minimal/journey.yaml -o "$T/normal.pdf"
SOURCE_DATE_EPOCH=86400 "$CXMAP" build examples/minimal/journey.yaml -o "$T/dated.pdf"
ok 'SOURCE_DATE_EPOCH is the date' sh -c "! cmp -s '$T/normal.pdf' '$T/dated.pdf'"
done_testing
