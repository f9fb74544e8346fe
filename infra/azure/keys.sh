#!/bin/sh
# Makes the keys that are not in the vault yet, each of 32 random bytes. Run again it changes nothing: with another sealing key nothing sealed before could be read.
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

make chat-key
make sealing-key
make lookup-key
# The platform gets its copy from the vault by hand of the keeper.
if [ "${ONEVISIT_SHARING:-false}" = true ]; then make sharing-key; fi
