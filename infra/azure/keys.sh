#!/bin/sh
# Makes the keys that are not there yet, each of 32 random bytes, in the vault of the program that uses it. Run again it changes nothing.
#   keys.sh rotate-sealing           another version of both sealing keys, which seals in five minutes; what older ones sealed is wrapped and sealed anew by the programs
#   keys.sh rotate-proofs            another version of the key that signs what residents have proven; what older ones signed stays good
#   keys.sh rotate-lookup            another version of the key by which people are found again, which counts in five minutes; what older ones found is written anew by the back office
#   keys.sh rotate-chat              another chat-key at once: staff begin a new conversation
#   keys.sh read-anew                both apps take secrets that were set by hand, without waiting for the platform to look (a day at most)
#   keys.sh disable-sealing office V version V of the back office's sealing key is used no more: when GET /api/keys says that it may be. It can be enabled again.
#   keys.sh disable-sealing bot V    the same of the bot's, when no conversation is left (README.md, Keys)
#   keys.sh disable-lookup V         the same of the look-up key: when GET /api/keys says that it may be; before that, what stands under it is not found
#   keys.sh disable-proofs V         version V signs nothing any more, and what it signed is asked for again: after two weeks, or at once when somebody has it who must not
# Needs: az (signed in), openssl; AZURE_KEY_VAULT_NAME and ONEVISIT_BOT_VAULT_NAME, as azd sets them. Who runs it holds the role Key Vault Secrets Officer (main.bicep: keyKeeperId).
set -eu
office=${AZURE_KEY_VAULT_NAME:?} bot=${ONEVISIT_BOT_VAULT_NAME:?}

vault() { case $1 in office) printf '%s' "$office" ;; bot) printf '%s' "$bot" ;; *) echo "keys.sh: office or bot?" >&2; exit 2 ;; esac; }

# Only a list that was read says that a key is not there; a vault that does not answer says nothing. A right just granted takes some minutes to be known everywhere.
list() {
  tries=0
  until az keyvault secret list --vault-name "$(vault "$1")" --query '[].name' --output tsv; do
    tries=$((tries + 1))
    if [ "$tries" -ge 10 ]; then echo "A vault cannot be read; see infra/azure/README.md, Deploy (kind city) and Keys. Nothing was changed." >&2; return 1; fi
    sleep "${ONEVISIT_PAUSE:-30}"
  done
}

# A file that only we can read, since arguments are seen by whoever lists processes.
file=$(mktemp) list=$(mktemp) there=$(mktemp)
trap 'rm -f "$file" "$list" "$there"' EXIT

# The first look-up key is known as k1 for ever: what it made names no key. Where there are several and none is known as that, only a person can say which one it was.
name_lookup() {
  az keyvault secret list-versions --vault-name "$office" --name lookup-key --query '[].[id, not_null(tags."key-id", `"-"`)]' --output tsv > "$list"
  if grep -q "$(printf '\tk1$')" "$list"; then return; fi
  if [ "$(wc -l < "$list")" -ne 1 ]; then
    echo "lookup-key has several versions, and none is named k1. Tag the one that always counted: az keyvault secret set-attributes --id ID --tags key-id=k1" >&2
    exit 1
  fi
  first=$(cut -f1 "$list")
  az keyvault secret set-attributes --id "$first" --tags key-id=k1 --output none
}

set_new() {
  openssl rand -base64 32 | tr -d '\n' > "$file"
  az keyvault secret set --vault-name "$(vault "$1")" --name "$2" --file "$file" --encoding utf-8 --query id --output tsv
}

# The platform looks by itself within a day only, and a restart does not make it.
read_anew() {
  for app in "${ONEVISIT_BACK_OFFICE_RESOURCE:-}" "${ONEVISIT_BOT_RESOURCE:-}"; do
    if [ -n "$app" ]; then az rest --method POST --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none; fi
  done
}

disable() {
  az keyvault secret set-attributes --vault-name "$(vault "$1")" --name "$2" --version "$3" --enabled false --output none
  echo "Version $3 of $2 is disabled."
}

case "${1:-}" in
  "") ;;
  rotate-sealing) set_new office sealing-key; set_new bot sealing-key; exit ;;
  rotate-proofs) set_new office proof-key; exit ;;
  rotate-lookup) name_lookup; set_new office lookup-key; exit ;;
  rotate-chat) set_new bot chat-key; read_anew; exit ;;
  read-anew) read_anew; exit ;;
  disable-sealing) disable "${2:?office or bot}" sealing-key "${3:?version}"; exit ;;
  disable-lookup) disable office lookup-key "${2:?version}"; exit ;;
  disable-proofs) disable office proof-key "${2:?version}"; exit ;;
  *) sed -n '2,11s/^# *//p' "$0" >&2; exit 2 ;;
esac

# A drill, or a city that is put up again: its keys come from the backup of the real ones.
if [ "${ONEVISIT_KEYS:-}" = restored ]; then echo "No keys are made: they are to be restored."; exit; fi

in_office=$(list office)
in_bot=$(list bot)
made=

has() { printf '%s\n' "$1" | grep -qx "$2"; }

make() {
  if [ "$1" = office ]; then names=$in_office; else names=$in_bot; fi
  if has "$names" "$2"; then
    echo "$2 of the $1 is there."
    return
  fi
  set_new "$1" "$2" >/dev/null
  made=yes
  echo "$2 of the $1 is made."
}

# A city of an earlier release: its bot named people with the look-up key and sealed with the office's key. What it remembers opens under these only. The name is copied last: broken off,
# this is taken up again.
take_over() {
  az keyvault secret list-versions --vault-name "$office" --name sealing-key --output tsv \
    --query "sort_by([?attributes.enabled], &attributes.created)[].[id, not_null(tags.\"key-id\", '-')]" > "$list"
  az keyvault secret list-versions --vault-name "$bot" --name sealing-key --output tsv --query '[].tags."key-id"' > "$there"
  while read -r id tag; do
    if [ "$tag" = - ]; then tag=${id##*/}; fi
    if grep -qx "$tag" "$there"; then continue; fi
    copy "$id" sealing-key --tags "key-id=$tag"
  done < "$list"
  copy "$(az keyvault secret show --vault-name "$office" --name lookup-key --query id --output tsv)" participant-key
  in_bot=$(list bot)
  made=yes
}

copy() {
  from=$1 name=$2
  shift 2
  az keyvault secret show --id "$from" --query value --output tsv < /dev/null | tr -d '\n' > "$file"
  [ -s "$file" ]
  az keyvault secret set --vault-name "$bot" --name "$name" --file "$file" --encoding utf-8 "$@" --query id --output tsv < /dev/null > /dev/null
  echo "$name of the bot is the one it had."
}

if has "$in_office" lookup-key && has "$in_office" sealing-key && ! has "$in_bot" participant-key; then take_over; fi
# The bot's come first: an office that has its keys and a bot that has none are a city of an earlier release, not one that was broken off.
make bot sealing-key
make bot chat-key
make bot participant-key
make office sealing-key
make office proof-key
make office lookup-key
name_lookup
# The platform gets its copy from the vault by hand of the keeper.
if [ "${ONEVISIT_SHARING:-false}" = true ]; then make office sharing-key; fi

# The apps were made before their keys.
if [ -n "$made" ]; then read_anew; fi
