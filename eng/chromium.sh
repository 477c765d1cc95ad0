# Finds Node and Chromium for the tests of pages, and installs the latter where that can be done. To be read by other scripts: sets $chromium, or $without to what is missing.
without=""
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  without="Node.js was not found"
elif ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
  without="Node.js $(node --version) is older than 20.19"
elif [ -z "$chromium" ] && command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
  { apt-get install -y --no-install-recommends chromium fonts-dejavu-core ||
    { apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core; }; } </dev/null
  chromium=$(command -v chromium || true)
fi
[ -n "$without" ] || [ -n "$chromium" ] || without="Chromium was not found, and cannot be installed here"
export CHROMIUM=$chromium
