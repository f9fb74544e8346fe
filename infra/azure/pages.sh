#!/bin/sh
# Puts Web Chat and ECharts into .pages, from where the bot's package takes them. Versions and hashes are those of the local city (infra/local/npm). Needs npm, tar, openssl.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
npm=$here/../local/npm

value() { sed -n "s/.*\"$2\": \"\([^\"]*\)\".*/\1/p" "$npm/$1"; }

fetch() {
  name=$(value "$1" name) version=$(value "$1" version) wanted=$(value "$1" integrity) file=$(value "$1" file)
  goal=$here/.pages/$2
  if [ -f "$goal/$(basename "$file")" ] && [ "$(cat "$goal/version" 2>/dev/null)" = "$version" ]; then return; fi
  scratch=$(mktemp -d)
  (cd "$scratch" && npm pack "$name@$version" --silent >/dev/null)
  found=sha512-$(openssl dgst -sha512 -binary "$scratch"/*.tgz | openssl base64 -A)
  if [ "$found" != "$wanted" ]; then rm -rf "$scratch"; echo "$name $version is not what it was: $found" >&2; exit 1; fi
  tar -xzf "$scratch"/*.tgz -C "$scratch"
  rm -rf "$goal"
  mkdir -p "$goal"
  cp "$scratch/package/$file" "$goal/"
  for paper in "$file.LICENSE.txt" LICENSE NOTICE; do if [ -f "$scratch/package/$paper" ]; then cp "$scratch/package/$paper" "$goal/"; fi; done
  echo "$version" > "$goal/version"
  rm -rf "$scratch"
  echo "$name $version"
}

fetch webchat.json webchat
fetch echarts.json charts
