#!/usr/bin/perl
# Functions that are easily misused, marks of unfinished work and paths of one machine have no place here.
use strict;
use warnings;
use Test::More;

my %banned = (
  'strcpy strcat strncpy strncat sprintf vsprintf gets' => 'may write past the end: use GString or the arena',
  'strtok atoi atol atof sscanf'                        => 'hides errors: use cx_number_parse, g_ascii_*, g_strsplit',
  'strtod printf_locale setlocale localeconv'           => 'depends on the locale: use cx_number_*',
  'rand srand random drand48 g_random_int time gettimeofday clock_gettime g_get_real_time localtime' =>
     'makes output differ from run to run',
  'system popen execve execvp fork g_spawn_async g_spawn_sync g_spawn_command_line_sync' => 'runs a program',
  'alloca'                                              => 'may overflow the stack',
);
my %reason = map { my $why = $banned{$_}; map { $_ => $why } split } keys %banned;
my $names = join '|', map { quotemeta } sort keys %reason;

# The words are put together here, so that this file does not hold them.
my $unfinished = join '|', 'TO' . 'DO', 'FIX' . 'ME', '(?<!X)X' . 'XX(?!X)', 'not ' . 'implemented', 'HA' . 'CK\b';
my $machine = join '|', '/wo' . 'rk/', '/ho' . 'me/\w';

my $find = 'find src include tests docs examples README.md Makefile .ci -type f ! -path "*/corpus/*" ! -name "*.png"';
for my $file (sort split /\n/, `$find`) {
  open my $in, '<', $file or die "$file: $!";
  my @wrong;
  while (<$in>) {
    push @wrong, "$.: $1: $reason{$1}" if $file =~ m{^(?:src|include)/} && /(?<![\w.>])($names)\s*\(/;
    push @wrong, "$.: unfinished: $1" if /($unfinished)/;
    push @wrong, "$.: a path of one machine: $1" if m{($machine)};
  }
  ok(!@wrong, $file) or diag(join "\n", map { "$file:$_" } @wrong);
}
done_testing();
