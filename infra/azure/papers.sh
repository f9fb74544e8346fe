#!/bin/sh
# Papers, and versions of the catalogue and of the directory, as they stood at a moment: finds for each name the version that was the last before it, and puts that back.
#   papers.sh look CONTAINER MOMENT PREFIX    says what would be put back: name, version
#   papers.sh back CONTAINER MOMENT PREFIX    puts it back; what is there now becomes a version itself, so that this, too, can be undone
# MOMENT in UTC, such as 2026-12-01T08:00:00Z, at most 30 days ago; PREFIX is where the names begin (documents: the case's number), and is wanted: what was erased on purpose comes back as well.
# Needs: az, signed in, with Storage Blob Data Contributor on the data account; ONEVISIT_DATA_ACCOUNT, as azd sets it. With private endpoints inside the network, or through door.sh.
set -eu
usage() { sed -n '3,5s/^# *//p' "$0" >&2; exit 2; }
[ $# -eq 4 ] && [ -n "$4" ] || usage
case $1 in look | back) act=$1 ;; *) usage ;; esac
container=$2 moment=$3 prefix=$4 account=${ONEVISIT_DATA_ACCOUNT:?}
case $moment in ????-??-??T??:??:??Z) moment=${moment%Z} ;; *) usage ;; esac

versions=$(mktemp) wanted=$(mktemp)
trap 'rm -f "$versions" "$wanted"' EXIT

# The name of a version is the moment in which it was made.
az storage blob list --account-name "$account" --auth-mode login --container-name "$container" --prefix "$prefix" --include dv --num-results '*' --output tsv \
  --query "[?versionId].[name, versionId, to_string(not_null(isCurrentVersion, \`false\`)), to_string(not_null(deleted, \`false\`))]" > "$versions"
LC_ALL=C sort "$versions" | awk -F '\t' -v moment="$moment" '
  $1 != name { if (found && !current) print line; name = $1; found = 0; current = 0 }
  substr($2, 1, 19) <= moment { found = 1; line = $1 "\t" $2 "\t" $4; current = ($3 == "true") }
  END { if (found && !current) print line }' > "$wanted"

tab=$(printf '\t')
blobs=$(az storage account show --name "$account" --query primaryEndpoints.blob --output tsv)
while IFS=$tab read -r name version deleted; do
  echo "$name $version"
  if [ "$act" = look ]; then continue; fi
  if [ "$deleted" = true ]; then az storage blob undelete --account-name "$account" --auth-mode login --container-name "$container" --name "$name" --output none < /dev/null; fi
  az storage blob copy start --account-name "$account" --auth-mode login --destination-container "$container" --destination-blob "$name" \
    --source-uri "$blobs$container/$name?versionid=$version" --output none < /dev/null
done < "$wanted"
