#!/usr/bin/env bash
# Runs every example and holds it to what is recorded: a scenario to its digest in examples/digests.txt and its expectations, a
# program to its whole output in expected-output.txt. Prints a line "PASS name" or "FAIL name" for each.
# WAVETANK_ACCEPT=1 records what is seen now.
set -u
cd "$(dirname "$0")/.." || exit 1

configuration=${WAVETANK_CONFIGURATION:-Release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
digests=examples/digests.txt
seen=$work/digests.txt

wavetank() {
  dotnet "src/Wavetank.Cli/bin/$configuration/net10.0/Wavetank.Cli.dll" "$@"
}

verdict() { # verdict NAME STATUS DETAIL
  if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1: $3"; fi
}

for scenario in examples/*/*.yaml; do
  wavetank run "$scenario" --format json --quiet >"$work/out.json" 2>"$work/err.txt"
  status=$?
  if [ $status -ne 0 ]; then
    verdict "$scenario" 1 "exit status $status: $(head -n 3 "$work/err.txt" | tr '\n' ' ')"
    continue
  fi

  digest=$(sed -n 's/.*"digest": *"\([0-9a-f]*\)".*/\1/p' "$work/out.json" | head -n 1)
  echo "$scenario $digest" >>"$seen"
  recorded=$(awk -v name="$scenario" '$1 == name { print $2 }' "$digests" 2>/dev/null)
  if [ "${WAVETANK_ACCEPT:-}" = 1 ] || { [ -n "$digest" ] && [ "$digest" = "$recorded" ]; }; then
    verdict "$scenario" 0 ""
  else
    verdict "$scenario" 1 "digest $digest, recorded ${recorded:-none}; ./check --accept records it"
  fi
done

if [ "${WAVETANK_ACCEPT:-}" = 1 ]; then
  cp "$seen" "$digests"
fi

# The same digests without the compiler's optimisations.
if dotnet build src/Wavetank.Cli -c Debug -v q -nologo >"$work/build.txt" 2>&1; then
  for scenario in examples/*/*.yaml; do
    digest=$(configuration=Debug wavetank run "$scenario" --format json --quiet 2>/dev/null | sed -n 's/.*"digest": *"\([0-9a-f]*\)".*/\1/p' | head -n 1)
    recorded=$(awk -v name="$scenario" '$1 == name { print $2 }' "$digests")
    [ -n "$digest" ] && [ "$digest" = "$recorded" ]
    verdict "$scenario in Debug" $? "digest $digest, in $configuration $recorded"
  done
else
  verdict "examples in Debug" 1 "the command does not build: $(grep -m 1 error "$work/build.txt")"
fi

for project in examples/*/*.csproj; do
  folder=$(dirname "$project")
  name=$(basename "$project" .csproj)
  dotnet build "$project" -c "$configuration" -v q -nologo >"$work/build.txt" 2>&1 || { verdict "$project" 1 "does not build: $(grep -m 1 error "$work/build.txt")"; continue; }
  dotnet "$folder/bin/$configuration/net10.0/$name.dll" >"$work/output.txt" 2>&1
  status=$?
  if [ "${WAVETANK_ACCEPT:-}" = 1 ] && [ $status -eq 0 ]; then
    cp "$work/output.txt" "$folder/expected-output.txt"
  fi

  if [ $status -ne 0 ]; then
    verdict "$project" 1 "exit status $status: $(tail -n 1 "$work/output.txt")"
  elif ! cmp -s "$work/output.txt" "$folder/expected-output.txt"; then
    verdict "$project" 1 "prints something else than expected-output.txt: $(diff "$work/output.txt" "$folder/expected-output.txt" | head -n 2 | tr '\n' ' ')"
  else
    verdict "$project" 0 ""
  fi
done

bash eng/examples-tshark.sh
