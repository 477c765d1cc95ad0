#!/usr/bin/env bash
# What Wireshark makes of the captures of the example scenarios, at each host's interface: no packet is malformed, every checksum is
# good, nothing is acknowledged that was not seen; where no link loses anything, nothing is sent twice, is missing or comes out of order.
# The example programs have no captures. Prints a line "PASS name", "FAIL name" or "SKIP name" for each.
set -u
cd "$(dirname "$0")/.." || exit 1

configuration=${WAVETANK_CONFIGURATION:-Release}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# scenario, whether its links lose nothing, interfaces, and what makes the run shorter.
# Not lossless: cut (a link is cut), lossy (5 % loss), 02-udp (2 % loss, duplicates, jitter), 03-many-clients (0.2 % loss),
# 06-faults (links are cut, hosts parted), 10-leader-election (hosts are parted, or crash), 11-rerouting and 12-network-from-a-file (links are cut).
runs() {
  cat <<'LIST'
examples/01-server-and-client/lab.yaml lossless client.eth0,server.eth0
examples/01-server-and-client/slow.yaml lossless client.eth0,server.eth0
examples/01-server-and-client/cut.yaml lossy client.eth0,server.eth0
examples/01-server-and-client/lossy.yaml lossy client.eth0,server.eth0
examples/02-udp/lab.yaml lossy client.eth0,server.eth0
examples/03-many-clients/lab.yaml lossy client-1.eth0,client-200.eth0,server.eth0 --set applications[1].count=10
examples/04-slow-dns/lab.yaml lossless good.eth0,slow.eth0,server.eth0,healthy.eth0,laggard.eth0,orphan.eth0,widow.eth0,dead.eth0
examples/05-bufferbloat/codel.yaml lossy home.eth0,server.eth0 --set applications[1].duration=2s
examples/05-bufferbloat/fifo.yaml lossy home.eth0,server.eth0 --set applications[1].duration=2s
examples/05-bufferbloat/fq-codel.yaml lossy home.eth0,server.eth0 --set applications[1].duration=2s
examples/06-faults/flapping-link.yaml lossy client.eth0,server.eth0
examples/06-faults/held-partition.yaml lossy a.eth0,b.eth0,c.eth0
examples/06-faults/storm.yaml lossy node-1.eth0,node-2.eth0,node-5.eth0
examples/10-leader-election/partition.yaml lossy node-1.eth0,node-2.eth0,node-5.eth0
examples/10-leader-election/crash.yaml lossy node-1.eth0,node-2.eth0,node-3.eth0
examples/11-rerouting/lab.yaml lossy home.eth0,server.eth0 --set applications[3].duration=8s
examples/12-network-from-a-file/lab.yaml lossy lisbon-host-1.eth0,warsaw-host-1.eth0
examples/18-sweep/dumbbell.yaml lossy left-1.eth0,right-1.eth0 --set duration=3s
examples/conditions/lab.yaml lossy home.eth0,server.eth0
LIST
}

# A new scenario must be put into the list: nothing is passed over in silence.
for scenario in examples/*/*.yaml; do
  # It has too many interfaces for a capture of each.
  [ "$scenario" != examples/13-ten-thousand-hosts/lab.yaml ] || continue
  runs | grep -q "^$scenario " || echo "FAIL $scenario in tshark: not in the list of eng/examples-tshark.sh"
done

if ! command -v tshark >/dev/null; then
  runs | while read -r scenario _; do echo "SKIP $scenario in tshark: tshark is not installed"; done
  exit 0
fi

bad='_ws.malformed || ip.checksum.status == 0 || tcp.checksum.status == 0 || udp.checksum.status == 0 || icmp.checksum.status == 0 || icmpv6.checksum.status == 0 || tcp.analysis.ack_lost_segment'
lost='tcp.analysis.lost_segment || tcp.analysis.retransmission || tcp.analysis.fast_retransmission || tcp.analysis.spurious_retransmission || tcp.analysis.out_of_order'

# Streams are not put together: guesses of what the bytes of a bulk transfer mean are no findings.
# inspect CAPTURES INTERFACE FINDINGS: what is wrong at one interface, one line each, and a line if there is nothing to see.
inspect() {
  local one=$1/$2.pcapng
  tshark -n -r "$one" -o ip.check_checksum:TRUE -o tcp.check_checksum:TRUE -o udp.check_checksum:TRUE \
    -o tcp.desegment_tcp_streams:FALSE \
    -Y "$3" -T fields -e frame.number 2>"$work/$2.err" | head -n 3 | sed "s/^/$2 packet /"
  [ -n "$(tshark -n -r "$one" -c 1 2>/dev/null)" ] || echo "$2 has no packets"
  grep -v '^Running as user' "$work/$2.err" | head -n 1
}

while read -r scenario kind interfaces options; do
  out=$work/$(echo "$scenario" | tr / _)
  # shellcheck disable=SC2086 # the options are several words
  if ! dotnet "src/Wavetank.Cli/bin/$configuration/net10.0/Wavetank.Cli.dll" run "$scenario" $options --out "$out" --capture-each --quiet >"$work/out.txt" 2>&1 &&
    [ -z "$options" ]; then
    echo "FAIL $scenario in tshark: the run fails: $(tail -n 1 "$work/out.txt")"
    continue
  fi

  findings=$bad
  [ "$kind" = lossy ] || findings="$bad || $lost"
  for interface in ${interfaces//,/ }; do
    inspect "$out/captures" "$interface" "$findings" >"$work/$interface.txt" &
    [ "$(jobs -rp | wc -l)" -lt 3 ] || wait -n
  done
  wait
  found=$(for interface in ${interfaces//,/ }; do cat "$work/$interface.txt"; done | tr '\n' ';')
  if [ -z "$found" ]; then echo "PASS $scenario in tshark ($kind)"; else echo "FAIL $scenario in tshark ($kind): $found"; fi
  rm -rf "$out"
done < <(runs)
