#!/bin/sh
# Makes the keys that are not in the vault yet, each of 32 random bytes. Run again it changes nothing: with another sealing key nothing sealed before could be read.
# Needs: az (signed in), openssl; AZURE_KEY_VAULT_NAME, as azd sets it. Who runs it holds the role Key Vault Secrets Officer (main.bicep: keyKeeperId).
set -eu
vault=${AZURE_KEY_VAULT_NAME:?}

make() {
  if az keyvault secret show --vault-name "$vault" --name "$1" --query id --output tsv >/dev/null 2>&1; then
    echo "$1 is there."
    return
  fi
  # A file that only we can read, since arguments are seen by whoever lists processes. A right just granted takes some minutes to be known everywhere.
  file=$(mktemp)
  openssl rand -base64 32 | tr -d '\n' > "$file"
  tries=0
  until az keyvault secret set --vault-name "$vault" --name "$1" --file "$file" --encoding utf-8 --output none; do
    tries=$((tries + 1))
    if [ "$tries" -ge 10 ]; then rm -f "$file"; echo "$1 could not be written; see infra/azure/README.md, Keys." >&2; exit 1; fi
    sleep 30
  done
  rm -f "$file"
  echo "$1 is made."
}

make front-door-key
make sealing-key
make lookup-key
# The platform gets its copy from the vault by hand of the keeper.
if [ "${ONEVISIT_SHARING:-false}" = true ]; then make sharing-key; fi
