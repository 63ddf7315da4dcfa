# Tests in POSIX sh that speak TAP. A script says `. tests/lib/tap.sh`, tests, and ends with `done_testing`.
#     run COMMAND…            runs it; $status, and its output in the files $T/out and $T/err
#     exits N NAME            the last run had this status
#     out_has / err_has REGEX NAME, out_lacks / err_lacks, out_is_empty / err_is_empty NAME
#     ok NAME COMMAND…        the command succeeds
#     is NAME GOT WANTED      two texts are equal
#     can PROGRAM             the machine has it; otherwise skip NAME REASON, or skip_all REASON

count=0
failed=0

pass() {
  count=$((count + 1))
  echo "ok $count - $1"
}

fail() {
  count=$((count + 1))
  failed=$((failed + 1))
  echo "not ok $count - $1"
  shift
  for line in "$@"; do printf '%s\n' "$line" | cut -c 1-500 | head -n 30 | sed 's/^/# /'; done
}

skip() {
  count=$((count + 1))
  echo "ok $count - $1 # SKIP $2"
}

skip_all() {
  echo "1..0 # SKIP $1"
  exit 0
}

done_testing() {
  echo "1..$count"
  [ "$failed" = 0 ]
  exit $?
}

can() { command -v "$1" >/dev/null 2>&1; }

ok() {
  name=$1
  shift
  if "$@" >"$T/ok.log" 2>&1; then pass "$name"; else fail "$name" "failed: $*" "$(cat "$T/ok.log")"; fi
}

is() {
  if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" "got:    $2" "wanted: $3"; fi
}

run() {
  "$@" >"$T/out" 2>"$T/err"
  status=$?
}

exits() {
  if [ "$status" = "$1" ]; then
    pass "$2"
  else
    fail "$2" "status $status, wanted $1" "$(cat "$T/err")" "$(head -c 2000 "$T/out")"
  fi
}

out_has() { if grep -Eq -e "$1" "$T/out"; then pass "$2"; else fail "$2" "no '$1' in:" "$(cat "$T/out")"; fi; }
err_has() { if grep -Eq -e "$1" "$T/err"; then pass "$2"; else fail "$2" "no '$1' in:" "$(cat "$T/err")"; fi; }
out_lacks() { if grep -Eq -e "$1" "$T/out"; then fail "$2" "'$1' is in:" "$(cat "$T/out")"; else pass "$2"; fi; }
err_lacks() { if grep -Eq -e "$1" "$T/err"; then fail "$2" "'$1' is in:" "$(cat "$T/err")"; else pass "$2"; fi; }
out_is_empty() { if [ -s "$T/out" ]; then fail "$1" "$(head -c 2000 "$T/out")"; else pass "$1"; fi; }
err_is_empty() { if [ -s "$T/err" ]; then fail "$1" "$(head -c 2000 "$T/err")"; else pass "$1"; fi; }
