#!/usr/bin/env bash
# Makes the packages in artifacts/packages, and uses them as a user does: a program, a test project and the page of the first test outside of the repository that know nothing of
# it but the packages. Prints a line "PASS name" or "FAIL name" for each. Asks no feed: what else is needed is in the machine's packages since the restore of the repository.
set -u
cd "$(dirname "$0")/.." || exit 1

configuration=${WAVETANK_CONFIGURATION:-Release}
packages=(Wavetank Wavetank.AspNetCore Wavetank.Testing Wavetank.Testing.Xunit)
feed=$PWD/artifacts/packages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(sed -n 's|.*<Version>\(.*\)</Version>.*|\1|p' Directory.Build.props)
xunit=$(sed -n 's|.*"xunit.v3.mtp-v2" Version="\([^"]*\)".*|\1|p' Directory.Packages.props)
cache=$(dotnet nuget locals global-packages --list | sed 's/^global-packages: //')

verdict() { # verdict NAME STATUS DETAIL
  if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1: $3"; fi
}

# problem LOG: what went wrong, in a line.
problem() { { grep -m 1 -E 'error|warning' "$1" || tail -n 1 "$1"; } | sed "s|$PWD/||g; s|$work/||g"; }

# Wavetank's own packages come from this feed alone, all others from what the machine has, and none from an earlier run.
cat >"$work/nuget.config" <<XML
<configuration>
  <config><add key="globalPackagesFolder" value="$work/packages" /></config>
  <packageSources>
    <clear />
    <add key="made" value="$feed" />
    <add key="machine" value="$cache" />
  </packageSources>
  <fallbackPackageFolders><clear /></fallbackPackageFolders>
  <packageSourceMapping>
    <clear />
    <packageSource key="made"><package pattern="Wavetank" /><package pattern="Wavetank.*" /></packageSource>
    <packageSource key="machine"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
XML

rm -rf "$feed"
for package in "${packages[@]}"; do
  dotnet pack "src/$package" -c "$configuration" -o "$feed" -v q -nologo -warnaserror -nodeReuse:false >"$work/pack.txt" 2>&1
  verdict "pack $package" $? "$(problem "$work/pack.txt")"
done

# build PROJECT: in a folder of its own outside of the repository.
build() {
  dotnet build "$work/$1" -o "$work/$1/out" -v q -nologo -nodeReuse:false -p:NuGetAudit=false \
    -p:WavetankVersion="$version" -p:XunitVersion="$xunit" >"$work/build.txt" 2>&1
}

cp -r eng/package/. "$work"
cp examples/00-first-steps/*.cs "$work/first-steps"
if ! build first-steps; then
  verdict "a program with the package" 1 "does not build: $(problem "$work/build.txt")"
elif ! dotnet "$work/first-steps/out/first-steps.dll" >"$work/output.txt" 2>&1; then
  verdict "a program with the package" 1 "fails: $(tail -n 1 "$work/output.txt")"
else
  cmp -s "$work/output.txt" examples/00-first-steps/expected-output.txt
  verdict "a program with the package" $? "prints something else than as an example: $(diff "$work/output.txt" examples/00-first-steps/expected-output.txt | head -n 2 | tr '\n' ' ')"
fi

if ! build first-test; then
  verdict "a test project with the packages" 1 "does not build: $(problem "$work/build.txt")"
else
  dotnet "$work/first-test/out/first-test.dll" --progress off --no-ansi >"$work/output.txt" 2>&1
  verdict "a test project with the packages" $? "$(grep -m 1 -i failed "$work/output.txt")"
fi

# block NAME: what stands on the page of the first test in the fence with that name.
page=docs/getting-started/first-test.md
block() { awk -v name="$1" '$0 ~ "^```[a-z]+ " name "$" { on = 1; next } /^```/ { on = 0 } on' $page; }

# The story of the failure, as the test prints it, without what stands around it and without the paths of files.
story() { sed -n '/ fails with seed /,/^ *Files:/p' "$1" | sed '$d; s/^      //; 1s/.* : //' | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}'; }

mkdir "$work/shop"
for file in shop.csproj Shop.cs ShopTests.cs; do block "$file" >"$work/shop/$file"; done
if ! build shop; then
  verdict "the first test" 1 "does not build: $(problem "$work/build.txt")"
else
  dotnet "$work/shop/out/shop.dll" -noColor >"$work/output.txt" 2>&1
  diff <(story "$work/output.txt") <(block story) >"$work/diff.txt"
  verdict "the first test" $? "$page shows another story: $(head -n 3 "$work/diff.txt" | tr '\n' ' ')"
  fix=$(block fix)
  sed -i "s|^ *booked.Add(order);|$fix|" "$work/shop/Shop.cs"
  build shop && dotnet "$work/shop/out/shop.dll" -noColor >"$work/output.txt" 2>&1
  verdict "the first test, mended" $? "$(tail -n 5 "$work/output.txt" | tr '\n' ' ')"
fi

# What a package has to carry, as a restore unpacks it.
for package in "${packages[@]}"; do
  folder=$work/packages/${package,,}/$version
  missing=""
  for file in README.md LICENSE "lib/net10.0/$package.dll" "lib/net10.0/$package.xml"; do
    [ -s "$folder/$file" ] || missing="$missing $file"
  done
  for element in '<license type="expression">MIT</license>' '<readme>README.md</readme>' '<description>' '<tags>'; do
    grep -q -F "$element" "$folder/${package,,}.nuspec" || missing="$missing $element"
  done
  [ -z "$missing" ]
  verdict "contents of $package" $? "lacks$missing"
done
