#!/usr/bin/env bash
# Makes the report of every example's scenario and opens each in Chromium at two widths. Prints a line "PASS name", "FAIL name" or "SKIP name" for each; screenshots of each section go
# to artifacts/reports/shots. Needs the built command, and the packages of web/ (eng/web.sh fetches them).
set -u
cd "$(dirname "$0")/.." || exit 1

. eng/chromium.sh
if [ -n "$without" ]; then echo "SKIP reports in Chromium: $without"; exit 0; fi
command=src/Wavetank.Cli/bin/${WAVETANK_CONFIGURATION:-Release}/net10.0/Wavetank.Cli.dll
[ -f "$command" ] || { echo "FAIL reports: $command is not built"; exit 1; }
if [ ! -d web/node_modules/@playwright/test ]; then
  (cd web && npm ci --ignore-scripts) >/dev/null 2>&1 </dev/null || { echo "SKIP reports in Chromium: the packages of web/ cannot be fetched"; exit 0; }
fi

out=artifacts/reports
rm -rf $out
mkdir -p $out
for scenario in examples/*/*.yaml; do
  name=${scenario#examples/} name=${name%.yaml} name=${name//\//_}
  # An expectation that fails is no failure of the report, so the exit status may be 1.
  dotnet "$command" run "$scenario" --out "$out/$name" --quiet >"$out/$name.log" 2>&1 </dev/null
  status=$?
  if [ $status -gt 1 ]; then
    # What a scenario asks of programs outside of the command cannot be run by it alone.
    if [ $status -eq 2 ]; then echo "SKIP report of $scenario: $(head -n 1 "$out/$name.log")"; else echo "FAIL report of $scenario: $(head -n 1 "$out/$name.log")"; fi
  elif [ ! -f "$out/$name/report.html" ]; then
    echo "FAIL report of $scenario: no report.html"
  fi
done
node web/test/reports.mjs $out
