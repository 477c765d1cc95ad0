#!/usr/bin/env bash
# Checks the pages of web/: types, unit tests, that the pages which the tool carries are what the sources build, and all of them in Chromium. Prints a line "PASS name", "FAIL name" or
# "SKIP name" for each. Screenshots go to artifacts/web/shots.
set -u
cd "$(dirname "$0")/.." || exit 1

. eng/chromium.sh
case "$without" in Node*) echo "SKIP web pages: $without"; exit 0 ;; esac
cd web || exit 1

# step NAME COMMAND...: one step, and what it printed where it failed.
step() {
  local name=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1 </dev/null; then echo "PASS $name"; else echo "FAIL $name: $(grep -m 1 -iE 'error|fail' "$log" || tail -n 1 "$log")"; cat "$log"; fi
  rm -f "$log"
}

carried() {
  cmp dist/report.html ../src/Wavetank.Scenarios/Report/report.html && cmp dist/sweep.html ../src/Wavetank.Studies/Sweeping/sweep.html ||
    { echo "error: the carried pages are not what web/ builds; run 'npm run carry' in web/ and commit"; return 1; }
}

small() { # under 2 MB without data
  local page
  for page in dist/*.html; do [ "$(wc -c <"$page")" -lt 2000000 ] || { echo "error: $page has $(wc -c <"$page") bytes"; return 1; }; done
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! npm ci --ignore-scripts >"$log" 2>&1 </dev/null; then
  echo "SKIP web pages: their tools cannot be fetched: $(grep -m 1 -i 'error' "$log")"
  exit 0
fi
step "web types" npm run --silent check
step "web unit tests" npm run --silent test
step "web build" npm run --silent build
step "web carried pages are the built ones" carried
step "web pages are small" small
if [ -n "$without" ]; then echo "SKIP web pages in Chromium: $without"; exit 0; fi

# Each test of Playwright's is a line of its own.
npx playwright test --reporter=list 2>&1 </dev/null | sed $'s/\e\\[[0-9;]*m//g' | tee "$log" |
  sed -n 's/^ *✓ *[0-9]* [^›]*› \(.*\) ([0-9.]*m\{0,1\}s)$/PASS page: \1/p; s/^ *✘ *[0-9]* [^›]*› \(.*\) ([0-9.]*m\{0,1\}s)$/FAIL page: \1/p'
status=${PIPESTATUS[0]}
if [ "$status" -ne 0 ]; then
  grep -q '^ *✘' "$log" || echo "FAIL pages in Chromium: exit status $status"
  cat "$log"
fi
exit 0
