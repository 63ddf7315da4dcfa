#!/bin/sh
# Fuzzing for a few seconds: the kept corpus and a fixed number of mutations of it under the sanitizers; then libFuzzer,
# where the machine has it. FUZZ_SECONDS makes it longer.
. tests/lib/tap.sh

cp -R tests/fuzz/corpus "$T/corpus"
cp tests/errors/*.yaml "$T/corpus"
for map in tests/golden/*/map.yaml; do cp "$map" "$T/corpus/$(basename "$(dirname "$map")").yaml"; done
top=$PWD
replay=$PWD/build/san/tests/fuzz/replay
fuzzer=$PWD/build/fuzz/fuzz-compile
build/release/tests/tools/reference dictionary >"$T/words.dict"
ok 'the tables give a dictionary' test -s "$T/words.dict"
cd "$T" || exit 1
export FUZZ_KEEP="$T/crash-input"
ok 'the kept corpus' "$replay" 0 corpus/*
ok 'mutations of it' "$replay" 20 corpus/*
if [ -x "$fuzzer" ]; then
  mkdir found
  ok 'libFuzzer' "$fuzzer" -max_total_time="${FUZZ_SECONDS:-5}" -timeout=20 -rss_limit_mb=2000 -max_len=4096 \
    -dict=words.dict -artifact_prefix=crash- found corpus
else
  skip 'libFuzzer' 'this machine has no clang with it'
fi
# What made it fail is kept beside the build: after mending, move it to tests/fuzz/corpus.
[ "$failed" = 0 ] || cp "$T"/crash-* "$top/build/"
done_testing
