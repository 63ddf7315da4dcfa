#!/usr/bin/perl
# Files, functions and lines stay short enough to be read.
use strict;
use warnings;
use utf8;
use open qw(:std :encoding(UTF-8));
use Test::More;

my ($file_lines, $function_lines, $line_length) = (500, 60, 120);

for my $file (sort split /\n/, `find src include tests -name '*.[ch]' -o -name '*.t' -o -name '*.sh'`) {
  open my $in, '<', $file or die "$file: $!";
  my ($begin, $head, @wrong);
  while (<$in>) {
    chomp;
    my $columns = length(s/\p{Mn}//gr);
    push @wrong, "$.: a line of $columns columns" if $columns > $line_length;
    push @wrong, "$.: blanks at the end, or a tab" if /[ \t]$/ || /\t/;
    next unless $file =~ /\.[ch]$/;
    ($begin, $head) = ($., $_) if /^\w.*\(/ || (/^[\w]/ && !defined $begin);
    if (/^}/ && defined $begin) {
      push @wrong, "$begin: a function of " . ($. - $begin + 1) . " lines: $head"
        if $. - $begin + 1 > $function_lines && $head =~ /\(/ && $head !~ /[=;]/;
      undef $begin;
    }
  }
  push @wrong, "$. lines" if $. > $file_lines;
  ok(!@wrong, $file) or diag(join "\n", map { "$file:$_" } @wrong);
}
done_testing();
