#!/bin/sh
# Makes onevisit-teams.zip for one installation: manifest with the bot's id and the pages' host, words, icons. Needs python3 (for zip) and what azd knows of the installation:
#   eval "$(azd env get-values --cwd infra/azure | sed 's/^/export /')" && infra/azure/teams/package.sh
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${ONEVISIT_BOT_ID:?}" "${ONEVISIT_BOT_URL:?}"
host=$(printf %s "$ONEVISIT_BOT_URL" | sed 's#^https://##; s#/$##')
case $ONEVISIT_BOT_ID in *[!0-9a-f-]*) echo "ONEVISIT_BOT_ID is no id: $ONEVISIT_BOT_ID" >&2; exit 1 ;; esac
case $host in '' | *[!a-z0-9.-]*) echo "ONEVISIT_BOT_URL is no https address: $ONEVISIT_BOT_URL" >&2; exit 1 ;; esac
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sed "s/{BOT_ID}/$ONEVISIT_BOT_ID/g; s/{PAGES_HOST}/$host/g" "$here/manifest.json" > "$scratch/manifest.json"
cp "$here/en.json" "$here/color.png" "$here/outline.png" "$scratch/"
goal=$PWD/onevisit-teams.zip
rm -f "$goal"
(cd "$scratch" && python3 -m zipfile -c "$goal" manifest.json en.json color.png outline.png)
echo "$goal"
