#!/usr/bin/perl
# A folder includes its own headers and those of folders above it in the pipeline; private headers stay in their folder.
use strict;
use warnings;
use File::Basename 'dirname';
use Test::More;

my @order = qw(base source diag syntax schema words model theme sheet maps text layout scene render compile cli);
my %rank = map { $order[$_] => $_ } 0 .. $#order;
# Narrower than the order.
my %only = (theme => {base => 1, model => 1}, text => {base => 1}, source => {base => 1}, base => {});
my %library = (yaml => 'syntax', cairo => 'text render', pango => 'text render', jpeglib => 'render');

sub may_include {
  my ($from, $to) = @_;
  return 1 if $from eq $to;
  return $only{$from}{$to} if $only{$from};
  return $rank{$to} < $rank{$from};
}

# A folder's rooms see its headers and those of one another.
sub is_own {
  my ($folder, $file, $name) = @_;
  my $path = dirname($file) . "/$name";
  1 while $path =~ s{/[^/.]+/\.\./}{/};
  return $path =~ m{^src/$folder/} && -e $path;
}

sub folder_of {
  my ($file) = @_;
  return $1 if $file =~ m{^src/(\w+)/} || $file =~ m{^src/(compile)\.c$} || $file =~ m{^include/cxmap/(\w+)[./]};
  return 'cli';
}

for my $file (sort split /\n/, `find src include -name '*.[ch]'`) {
  my ($from, @wrong) = (folder_of($file));
  open my $in, '<', $file or die "$file: $!";
  while (<$in>) {
    if (m{^\s*#\s*include\s+"cxmap/(\w+)[./]}) {
      my $to = $1;
      push @wrong, "$file:$.: $from includes cxmap/$to.h" unless exists $rank{$to} && may_include($from, $to);
    } elsif (m{^\s*#\s*include\s+"([^"]+)"}) {
      push @wrong, "$file:$.: \"$1\" is not of this folder" unless is_own($from, $file, $1);
    } elsif (m{^\s*#\s*include\s+<(yaml|cairo|pango|jpeglib)\b}) {
      push @wrong, "$file:$.: <$1…> belongs to $library{$1}" unless $library{$1} =~ /\b$from\b/;
    }
  }
  ok(!@wrong, $file) or diag(join "\n", @wrong);
}
my @unknown = grep { !exists $rank{$_} } map { m{^src/(\w+)/$} } glob 'src/*/';
is_deeply(\@unknown, [], 'all folders have a place in the order');
done_testing();
