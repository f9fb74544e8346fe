#!/bin/sh
# Runs a command while the vaults and the data account of a closed city (privateEndpoints) hear one address, and closes them again whatever becomes of it.
#   ONEVISIT_DOOR=203.0.113.7 infra/azure/door.sh infra/azure/keys.sh
# Without ONEVISIT_DOOR, or where they have an address on the internet anyway, it only runs the command: from inside the network nothing has to be opened.
# Needs: az, signed in as Owner or Contributor; AZURE_RESOURCE_GROUP, AZURE_KEY_VAULT_NAME, ONEVISIT_BOT_VAULT_NAME, ONEVISIT_DATA_ACCOUNT and ONEVISIT_PRIVATE, as azd sets them.
set -eu
[ $# -gt 0 ] || { sed -n '2,5s/^# *//p' "$0" >&2; exit 2; }
door=${ONEVISIT_DOOR:-}
if [ -z "$door" ] || [ "${ONEVISIT_PRIVATE:-false}" != true ]; then exec "$@"; fi

# Another subscription may be in another tenant, and would be changed without a word.
if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ] && [ "$(az account show --query id --output tsv)" != "$AZURE_SUBSCRIPTION_ID" ]; then
  echo "az is signed in to another subscription than $AZURE_SUBSCRIPTION_ID: az account set --subscription $AZURE_SUBSCRIPTION_ID" >&2
  exit 1
fi
group=${AZURE_RESOURCE_GROUP:?} account=${ONEVISIT_DATA_ACCOUNT:?} office=${AZURE_KEY_VAULT_NAME:?} bot=${ONEVISIT_BOT_VAULT_NAME:?}

# Each is tried, though another did not work: what stays open is worse than a line of trouble.
shut() {
  status=$?
  trap - EXIT
  for vault in "$office" "$bot"; do
    az keyvault update --name "$vault" --public-network-access Disabled --output none || status=1
    az keyvault network-rule remove --name "$vault" --ip-address "$door" --output none || status=1
  done
  az storage account update --name "$account" --resource-group "$group" --public-network-access Disabled --output none || status=1
  az storage account network-rule remove --account-name "$account" --resource-group "$group" --ip-address "$door" --output none || status=1
  if [ "$status" -eq 0 ]; then echo "Closed again."; else echo "Look whether the vaults and the data account are closed." >&2; fi
  exit "$status"
}
trap shut EXIT
trap 'exit 130' INT TERM

for vault in "$office" "$bot"; do
  az keyvault network-rule add --name "$vault" --ip-address "$door" --output none
  az keyvault update --name "$vault" --public-network-access Enabled --output none
done
az storage account network-rule add --account-name "$account" --resource-group "$group" --ip-address "$door" --output none
az storage account update --name "$account" --resource-group "$group" --public-network-access Enabled --output none
echo "Open to $door for: $*"
# Until every front end knows.
sleep "${ONEVISIT_PAUSE:-60}"
"$@"
