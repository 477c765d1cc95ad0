#!/usr/bin/env bash
# Runs the packetdrill scripts that Linux's own tests carry through `wavetank packetdrill`, unmodified, over IPv4 and IPv6.
# They come with Debian's package of the kernel's source, which is fetched by apt, and of which only these scripts are unpacked.
# Nothing of it is part of this repository.
# Prints a line for each script (PASS, FAIL or SKIP, with the reason), and how many there are of each.
# Exit status: 0 if they ran, whatever they found; 1 if they could not be run.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

readonly package=linux-source-6.12
readonly folder=artifacts/packetdrill-linux
readonly scripts='*/tools/testing/selftests/net/packetdrill/*'
readonly configuration=${WAVETANK_CONFIGURATION:-Release}

fail() { echo "packetdrill-linux: $1" >&2; exit 1; }

fetch() {
  mkdir -p $folder && cd $folder || return 1
  apt-get download $package || { apt-get update && apt-get download $package; } || return 1
  local archive=(${package}_*.deb)
  # The package holds one tar file, of which a small part is wanted.
  dpkg-deb --fsys-tarfile "${archive[0]}" | tar -xO --wildcards './usr/src/*.tar.xz' | tar -xJ --strip-components=6 --wildcards "$scripts"
  rm -f "${archive[@]}"
}

if ! compgen -G "$folder/*.pkt" >/dev/null; then
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail "Debian's apt-get and dpkg-deb are needed"
  (fetch) >&2 || fail "$package could not be fetched"
  compgen -G "$folder/*.pkt" >/dev/null || fail "$package holds no packetdrill scripts"
fi

program=src/Wavetank.Cli/bin/$configuration/net10.0/Wavetank.Cli.dll
[ -f "$program" ] || dotnet build src/Wavetank.Cli -c "$configuration" -v quiet -nologo -nodeReuse:false >&2 || fail "the command could not be built"
dotnet "$program" packetdrill --ip-version both "$folder"
[ $? -le 1 ] || fail "the scripts could not be run"
