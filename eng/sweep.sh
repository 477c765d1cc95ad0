#!/usr/bin/env bash
# What a sweep promises, shown on the command itself: it keeps all processors busy; killed without warning in the middle and started again
# it ends with the same database as one that was left alone; and so it does with another number of workers.
# Prints a line "PASS name" or "FAIL name: why" for each. WAVETANK_SWEEP=large takes 3 parameters x 5 values x 20 seeds, which is minutes.
set -u
cd "$(dirname "$0")/.." || exit 1

configuration=${WAVETANK_CONFIGURATION:-Release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ "${WAVETANK_SWEEP:-}" = large ]; then
  points=(--set topology.pairs=4..20/4 --set topology.bottleneck.delay=2ms,5ms,10ms,20ms,50ms --set "topology.bottleneck.queue.limit=20 packets,50 packets,100 packets,200 packets,500 packets" --seeds 1..20 --set duration=5s)
else
  points=(--set topology.pairs=4,12,20 --set topology.bottleneck.delay=5ms,20ms --seeds 1..8 --set duration=4s)
fi

# What is measured is the program, not the launcher in front of it.
sweep() { # sweep DATABASE OPTIONS...
  local db=$1
  shift
  exec dotnet "src/Wavetank.Cli/bin/$configuration/net10.0/Wavetank.Cli.dll" sweep examples/18-sweep/dumbbell.yaml "${points[@]}" --db "$db" --quiet "$@"
}

verdict() { # verdict NAME STATUS DETAIL
  if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1: $3"; fi
}

# All that is in a database, in the order of keys; of a copy, so that a log that a killed sweep left stays for the one that goes on.
dump() {
  rm -f "$work"/copy.db*
  cp "$1" "$work/copy.db"
  [ ! -f "$1-wal" ] || cp "$1-wal" "$work/copy.db-wal"
  sqlite3 "$work/copy.db" .dump
}

runs_in() { dump "$1" | grep -c '^INSERT INTO run '; }

# Wall and processor time of a sweep that nothing disturbs.
TIMEFORMAT='%R %U %S'
{ time { (sweep "$work/whole.db") >"$work/whole.out" 2>&1; } } 2>"$work/time"
status=$?
verdict "sweep: runs to its end" $status "exit status $status: $(tail -n 1 "$work/whole.out")"
command -v sqlite3 >/dev/null || { echo "SKIP sweep: what is in databases: sqlite3 is not installed"; exit 0; }
dump "$work/whole.db" >"$work/whole.txt"
runs=$(runs_in "$work/whole.db")
busy=$(awk -v cpus="$(nproc)" '{ printf "%.0f", 100 * ($2 + $3) / $1 / cpus }' "$work/time")
# Told, not held to: on a machine with other work the others take their part.
echo "sweep: $runs runs, $(awk '{ print $1 }' "$work/time") s, $busy % of $(nproc) processors" >&2

done_before=()
for part in 1 2; do
  (sweep "$work/killed.db") >/dev/null 2>&1 &
  pid=$!
  # When a third and two thirds of the runs are done, or nearly.
  while kill -0 $pid 2>/dev/null && [ "$(runs_in "$work/killed.db" 2>/dev/null)" -lt $((runs * part / 3)) ]; do sleep 0.05; done
  if kill -9 $pid 2>/dev/null; then
    wait $pid 2>/dev/null
    done_before+=("$(runs_in "$work/killed.db")")
  fi
done
(sweep "$work/killed.db") >"$work/resumed.out" 2>&1
status=$?
dump "$work/killed.db" >"$work/killed.txt"
told="killed after ${done_before[*]:-none} of $runs runs"
[ "${#done_before[@]}" -gt 0 ] && [ "${done_before[0]}" -gt 0 ] && [ "${done_before[0]}" -lt "$runs" ]
verdict "sweep: is killed in the middle" $? "$told"
echo "sweep: $told" >&2
[ $status -eq 0 ] && cmp -s "$work/whole.txt" "$work/killed.txt"
verdict "sweep: goes on after kill -9 and ends as one that was left alone" $? "exit status $status; $(diff "$work/whole.txt" "$work/killed.txt" | head -n 3 | tr '\n' ' ')"

(sweep "$work/one.db" --workers 1) >/dev/null 2>&1
dump "$work/one.db" >"$work/one.txt"
cmp -s "$work/whole.txt" "$work/one.txt"
verdict "sweep: is the same with one worker" $? "$(diff "$work/whole.txt" "$work/one.txt" | head -n 3 | tr '\n' ' ')"
