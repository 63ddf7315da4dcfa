#!/usr/bin/perl
# Golden scenes: each tests/golden/NAME/map.yaml, measured with the fixed-width fake, gives NAME/scene.json to the byte.
# Those whose names begin with `blank` are drawn to be filled by hand, as `cxmap blank` does it.
# UPDATE=1 rewrites the expected scenes (make golden): read the difference before it is committed.
use strict;
use warnings;
use Test::More;

my $tool = 'build/release/tests/tools/scene';

sub content {
  my ($path) = @_;
  open my $in, '<:raw', $path or return '';
  local $/;
  return <$in> // '';
}

# The first line that differs, with what stands in both.
sub difference {
  my @got = split /\n/, shift;
  my @wanted = split /\n/, shift;
  for my $i (0 .. ($#got > $#wanted ? $#got : $#wanted)) {
    my ($new, $old) = ($got[$i] // '(end)', $wanted[$i] // '(end)');
    return sprintf "line %d\n  is:     %s\n  wanted: %s", $i + 1, $new, $old if $new ne $old;
  }
  return 'line ends';
}

for my $map (sort glob 'tests/golden/*/map.yaml') {
  (my $expected = $map) =~ s/map\.yaml$/scene.json/;
  my $options = $map =~ m{/blank[^/]*/map} ? '--blank' : '';
  my $got = `$tool $map $options`;
  is($?, 0, "$map compiles") or next;
  if ($ENV{UPDATE} && $got ne content($expected)) {
    open my $out, '>:raw', $expected or die "$expected: $!";
    print $out $got;
    close $out or die "$expected: $!";
    diag("rewrote $expected");
  }
  my $wanted = content($expected);
  ok($got eq $wanted, $expected) or diag(difference($got, $wanted));
}
done_testing();
