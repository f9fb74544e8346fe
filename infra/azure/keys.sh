#!/bin/sh
# Makes the keys that are not in the vault yet, each of 32 random bytes. Run again it changes nothing.
#   keys.sh rotate-sealing     another version of the sealing key, which seals in five minutes; what older ones sealed is wrapped and sealed anew by the programs
#   keys.sh disable-sealing V  version V is used no more: when GET /api/keys says that it may be and no conversation is left (README.md, Keys). It can be enabled again.
# Needs: az (signed in), openssl; AZURE_KEY_VAULT_NAME, as azd sets it. Who runs it holds the role Key Vault Secrets Officer (main.bicep: keyKeeperId).
set -eu
vault=${AZURE_KEY_VAULT_NAME:?}

# Only a list that was read says that a key is not there; a vault that does not answer says nothing. A right just granted takes some minutes to be known everywhere.
tries=0
until there=$(az keyvault secret list --vault-name "$vault" --query '[].name' --output tsv); do
  tries=$((tries + 1))
  if [ "$tries" -ge 10 ]; then echo "The vault cannot be read; see infra/azure/README.md, Keys. Nothing was changed." >&2; exit 1; fi
  sleep "${ONEVISIT_PAUSE:-30}"
done

# A file that only we can read, since arguments are seen by whoever lists processes.
file=$(mktemp)
trap 'rm -f "$file"' EXIT

make() {
  if printf '%s\n' "$there" | grep -qx "$1"; then
    echo "$1 is there."
    return
  fi
  openssl rand -base64 32 | tr -d '\n' > "$file"
  az keyvault secret set --vault-name "$vault" --name "$1" --file "$file" --encoding utf-8 --output none
  echo "$1 is made."
}

case "${1:-}" in
  rotate-sealing)
    openssl rand -base64 32 | tr -d '\n' > "$file"
    az keyvault secret set --vault-name "$vault" --name sealing-key --file "$file" --encoding utf-8 --query id --output tsv
    exit
    ;;
  disable-sealing)
    az keyvault secret set-attributes --vault-name "$vault" --name sealing-key --version "${2:?version}" --enabled false --output none
    echo "Version $2 of sealing-key is disabled."
    exit
    ;;
esac

make chat-key
make sealing-key
make lookup-key
# The platform gets its copy from the vault by hand of the keeper.
if [ "${ONEVISIT_SHARING:-false}" = true ]; then make sharing-key; fi
