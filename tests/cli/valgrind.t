#!/bin/sh
# The program as it is installed, under memcheck: nothing is read before it was written, nothing is lost.
. tests/lib/tap.sh

can valgrind || skip_all 'valgrind is not installed'
memcheck() {
  wanted=$1
  shift
  run valgrind -q --error-exitcode=99 --leak-check=full --show-leak-kinds=definite --errors-for-leak-kinds=definite \
    --suppressions=tests/lib/valgrind.supp "$CXMAP" "$@"
  exits "$wanted" "$*"
}
for format in pdf svg png; do memcheck 0 build examples/clinic/journey.yaml --dpi 40 -f "$format" -o "$T/map"; done
memcheck 1 check tests/errors/several.yaml tests/errors/too-deep.yaml tests/errors/include-cycle.yaml
memcheck 0 list --format json examples/broadband/journey.yaml
done_testing
