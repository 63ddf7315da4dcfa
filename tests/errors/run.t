#!/usr/bin/perl
# Expected problems: each tests/errors/*.yaml says in comments what `cxmap check` must find in it, and nothing else:
#     # expect: LINE:COLUMN SEVERITY SLUG [suggestion=WORD] [in=FILE]
# COLUMN may be FROM-BEHIND, where the length of what is underlined matters; FILE is the included file that holds it.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);
use File::Basename;
use JSON::PP;
use Test::More;

my $cxmap = $ENV{CXMAP} || 'build/cxmap';
my ($status, %seen);

# Codes that no definition brings about, or only one too large to be kept, or only a machine's fonts, or drawing.
my @elsewhere = qw(cannot-read file-too-large text-too-long wrong-lens missing-glyph missing-font
  small-type page-too-large too-many-maps cannot-write unknown-map
  unknown-persona);

sub expected {
  my ($file) = @_;
  open my $in, '<:raw', $file or die "$file: $!";
  my @expected = map { /^# expect: (.*?)\s*$/ ? $1 : () } <$in>;
  utf8::decode($_) for @expected;
  return @expected;
}

# Each found problem in both spellings: with the first column alone, and with the whole range.
sub found {
  my ($file) = @_;
  my $report = `"$cxmap" check --format json $file`;
  $status = $? >> 8;
  return map {
    my $one = $_;
    my $rest = "$one->{severity} $one->{slug}";
    $rest .= " suggestion=$one->{suggestion}" if $one->{suggestion};
    $rest .= ' in=' . basename($one->{file}) if $one->{file} && $one->{file} ne $file;
    my $end = $one->{line} == $one->{end_line} ? $one->{end_column} : '…';
    ["$one->{line}:$one->{column} $rest", "$one->{line}:$one->{column}-$end $rest"];
  } @{JSON::PP->new->decode($report)->{diagnostics}};
}

for my $file (sort glob 'tests/errors/*.yaml') {
  my @missing = expected($file);
  my $expects_any = @missing;
  my $wanted_status = (grep { / error / } @missing) ? 1 : 0;
  my @surplus;
  for my $problem (found($file)) {
    $seen{(split ' ', $problem->[0])[2]} = 1;
    my @other = grep { $_ ne $problem->[0] && $_ ne $problem->[1] } @missing;
    push @surplus, $problem->[1] if @other == @missing;
    @missing = @other;
  }
  ok($expects_any && !@missing && !@surplus && $status == $wanted_status, $file)
    or diag(join "\n", (map { "not found:    $_" } @missing), (map { "not expected: $_" } @surplus), "status $status");
}

open my $header, '<', 'include/cxmap/diag.h' or die "include/cxmap/diag.h: $!";
my %codes = map { /X\(\d+, CX_\w+, "([\w-]+)"\)/ ? ($1 => 1) : () } <$header>;
delete @codes{@elsewhere};
is_deeply([sort grep { !$seen{$_} } keys %codes], [], 'every other code has a case');
done_testing();
