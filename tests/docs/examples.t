#!/usr/bin/perl
# Every block of YAML in README.md and docs/, and every file of the gallery, is a definition without errors; the first
# of the README is the one of examples/minimal.
use strict;
use warnings;
use utf8;
use open qw(:std :utf8);
use Test::More;

my ($blocks, $minimal) = (0, '');
for my $file (sort glob 'docs/gallery/*.yaml') {
  my $report = `"$ENV{CXMAP}" check --format short "$file"`;
  is($?, 0, $file) or diag($report);
}
for my $page ('README.md', sort grep { $_ ne 'docs/gallery.md' } glob 'docs/*.md') {
  open my $in, '<:utf8', $page or die "$page: $!";
  my $text = do { local $/; <$in> };
  while ($text =~ /^([ ]*)```yaml\n(.*?)^\1```$/msg) {
    my ($indent, $block, $line) = ($1, $2, 2 + (substr($text, 0, $-[0]) =~ tr/\n//));
    $block =~ s/^\Q$indent\E//mg;
    $minimal = $block if $page eq 'README.md' && $minimal eq '';
    open my $out, '>:utf8', "$ENV{T}/block.yaml" or die $!;
    print $out $block;
    close $out;
    my $report = `"$ENV{CXMAP}" check --root . --format short "$ENV{T}/block.yaml"`;
    utf8::decode($report);
    is($?, 0, "$page:$line") or diag($report);
    $blocks++;
  }
}
ok($blocks > 0, 'there are such blocks');
open my $in, '<:utf8', 'examples/minimal/journey.yaml' or die $!;
is($minimal, do { local $/; <$in> }, 'the first of README.md is examples/minimal/journey.yaml');
done_testing();
