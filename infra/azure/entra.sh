#!/bin/sh
# The two registrations in the tenant, which Bicep cannot make without an extension of its own: one for which tokens of the bot and of operators are (back office), one with which staff
# sign in on the pages. Neither has a secret. Run again it changes nothing that is right already.
#   entra.sh registrations   before the deployment: makes them and tells azd their ids, and the first time the month in which the budget begins
#   entra.sh trust           after it: the bot's identity gets the role FrontDoor at the back office, and stands for the secret of the sign-in
# Needs: az, signed in as who may register applications and grant their roles (Application Administrator and Privileged Role Administrator); AZURE_ENV_NAME. For trust: what the
# deployment told azd (ONEVISIT_…).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
name=${AZURE_ENV_NAME:?}

# Another subscription may be in another tenant, and would be changed without a word.
if [ -n "${AZURE_SUBSCRIPTION_ID:-}" ] && [ "$(az account show --query id --output tsv)" != "$AZURE_SUBSCRIPTION_ID" ]; then
  echo "az is signed in to another subscription than $AZURE_SUBSCRIPTION_ID: az account set --subscription $AZURE_SUBSCRIPTION_ID" >&2
  exit 1
fi

# The same in every installation: they are names within a registration.
role=5d2c3a67-9c1e-4a0b-8f7d-6b1f0e4d9a11
scope=5d2c3a67-9c1e-4a0b-8f7d-6b1f0e4d9a12
# The Azure CLI, in both clouds.
cli=04b07795-8ddb-461a-bbee-02f9e1bf7b46

graph() { az cloud show --query endpoints.microsoftGraphResourceId --output tsv | sed 's#/$##'; }

tell() {
  echo "$1=$2"
  # Where azd has no environment of this name, it is told without azd.
  if command -v azd >/dev/null 2>&1 && azd env list --cwd "$here" --output json 2>/dev/null | grep -q "\"$name\""; then azd env set "$1" "$2" --environment "$name" --cwd "$here"; fi
}

# A person may be asked twice for the same name: two of it would leave it to chance whose tokens count.
application() {
  found=$(az ad app list --filter "displayName eq '$1'" --query '[].appId' --output tsv)
  case $(printf '%s' "$found" | grep -c .) in
    0) az ad app create --display-name "$1" --sign-in-audience AzureADMyOrg --query appId --output tsv ;;
    1) printf '%s\n' "$found" ;;
    *) echo "There are several registrations called $1; delete all but one." >&2; exit 1 ;;
  esac
}

principal() { az ad sp show --id "$1" --query id --output tsv 2>/dev/null || az ad sp create --id "$1" --query id --output tsv; }

change() { az rest --method PATCH --url "$(graph)/v1.0/applications(appId='$1')" --headers Content-Type=application/json --body "$2"; }

registrations() {
  office=$(application "onevisit-$name-back-office")
  pages=$(application "onevisit-$name-staff")
  # In two steps: a program is let in beforehand only to a scope that is there.
  change "$office" "{
    \"identifierUris\": [\"api://$office\"],
    \"appRoles\": [{ \"id\": \"$role\", \"value\": \"FrontDoor\", \"displayName\": \"Front door\", \"description\": \"Speaks for the people it names. The bot and nobody else.\", \"allowedMemberTypes\": [\"Application\"], \"isEnabled\": true }],
    \"api\": { \"requestedAccessTokenVersion\": 2, \"oauth2PermissionScopes\": [{ \"id\": \"$scope\", \"value\": \"user_impersonation\", \"type\": \"Admin\", \"isEnabled\": true,
      \"adminConsentDisplayName\": \"Call the back office as oneself\", \"adminConsentDescription\": \"With the rights that the directory gives this person, and no others.\" }] }
  }"
  change "$office" "{ \"api\": { \"requestedAccessTokenVersion\": 2, \"preAuthorizedApplications\": [{ \"appId\": \"$cli\", \"delegatedPermissionIds\": [\"$scope\"] }] } }"
  principal "$office" >/dev/null
  principal "$pages" >/dev/null
  # The month in which a budget begins cannot be one that is over when it is made, nor be changed afterwards: noted the first time.
  if [ -z "${ONEVISIT_BUDGET_FROM:-}" ]; then tell ONEVISIT_BUDGET_FROM "$(date -u +%Y-%m-01)"; fi
  tell ONEVISIT_BACK_OFFICE_APP_ID "$office"
  tell ONEVISIT_SIGN_IN_APP_ID "$pages"
}

trust() {
  office=${ONEVISIT_BACK_OFFICE_APP_ID:?} pages=${ONEVISIT_SIGN_IN_APP_ID:?} bot=${ONEVISIT_BOT_PRINCIPAL_ID:?}
  url=$(printf '%s' "${ONEVISIT_BOT_URL:?}" | sed 's#/$##')
  change "$pages" "{ \"web\": { \"redirectUris\": [\"$url/staff/signed-in\", \"$url/staff/signed-out\"] } }"
  resource=$(principal "$office")
  held=$(az rest --url "$(graph)/v1.0/servicePrincipals/$bot/appRoleAssignments" --query "value[?resourceId=='$resource' && appRoleId=='$role'].id" --output tsv)
  if [ -z "$held" ]; then
    az rest --method POST --url "$(graph)/v1.0/servicePrincipals/$bot/appRoleAssignments" --headers Content-Type=application/json \
      --body "{ \"principalId\": \"$bot\", \"resourceId\": \"$resource\", \"appRoleId\": \"$role\" }" --output none
    echo "The bot is the front door."
  fi
  trusted=$(az ad app federated-credential list --id "$pages" --query "[?subject=='$bot'].name" --output tsv)
  if [ -z "$trusted" ]; then
    az ad app federated-credential create --id "$pages" --output none --parameters \
      "{ \"name\": \"bot\", \"issuer\": \"${ONEVISIT_ENTRA_ISSUER:?}\", \"subject\": \"$bot\", \"audiences\": [\"${ONEVISIT_ENTRA_EXCHANGE:?}\"] }"
    echo "The bot stands for the secret of the sign-in."
  fi
}

case ${1:-} in
  registrations) registrations ;;
  trust) trust ;;
  *) echo "entra.sh registrations | trust" >&2; exit 2 ;;
esac
