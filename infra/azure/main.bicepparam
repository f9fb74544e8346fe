// What azd reads. It takes the parameter file of the environment's kind, dev, pilot or city (`azd env set ONEVISIT_KIND pilot`), and from azd's environment what belongs to one
// installation: its name, its people, its addresses. Without azd: az deployment sub create with main.bicep and a parameter file, as README.md says.
using 'main.bicep'

var kinds = {
  dev: loadJsonContent('dev.parameters.json')
  pilot: loadJsonContent('pilot.parameters.json')
  city: loadJsonContent('city.parameters.json')
}
var chosen = kinds[readEnvironmentVariable('ONEVISIT_KIND', 'dev')].parameters

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME')
// azd asks for a region and wins.
param location = readEnvironmentVariable('AZURE_LOCATION', chosen.location.value)
param keyKeeperId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')
param keyKeeperType = readEnvironmentVariable('ONEVISIT_KEY_KEEPER_TYPE', 'User')
param publicHost = readEnvironmentVariable('ONEVISIT_PUBLIC_HOST', '')
param papersHost = readEnvironmentVariable('ONEVISIT_PAPERS_HOST', '')
param helpPhone = readEnvironmentVariable('ONEVISIT_HELP_PHONE', '')
param anchorsLocked = bool(readEnvironmentVariable('ONEVISIT_ANCHORS_LOCKED', 'false'))
param antivirus = readEnvironmentVariable('ONEVISIT_ANTIVIRUS', chosen.antivirus.value)
param codeGateway = readEnvironmentVariable('ONEVISIT_CODE_GATEWAY', chosen.codeGateway.value)
param sharingUrl = readEnvironmentVariable('ONEVISIT_SHARING_URL', '')
param sharingShape = readEnvironmentVariable('ONEVISIT_SHARING_SHAPE', 'questions')
// Several are separated by commas.
param sharingAddresses = filter(split(readEnvironmentVariable('ONEVISIT_SHARING_ADDRESSES', ''), ','), address => !empty(address))
// Both from entra.sh, which azd runs before.
param signInAppId = readEnvironmentVariable('ONEVISIT_SIGN_IN_APP_ID')
param backOfficeAppId = readEnvironmentVariable('ONEVISIT_BACK_OFFICE_APP_ID')
param operatorAddresses = filter(split(readEnvironmentVariable('ONEVISIT_OPERATOR_ADDRESSES', ''), ','), address => !empty(address))
param alertEmails = filter(split(readEnvironmentVariable('ONEVISIT_ALERT_EMAILS', ''), ','), email => !empty(email))
param collectorImage = readEnvironmentVariable('ONEVISIT_COLLECTOR_IMAGE', chosen.collectorImage.value)
param cloud = chosen.cloud.value
// Set in the shell (export), not by azd env set: the build of the program reads it as well (functions/App/FunctionsApp.csproj), and azd hands what it keeps to no build.
param durable = readEnvironmentVariable('ONEVISIT_DURABLE', chosen.durable.value)
param privateEndpoints = chosen.privateEndpoints.value
param dataSku = chosen.dataSku.value
param engineSku = chosen.engineSku.value
param zoneRedundant = chosen.zoneRedundant.value
param botPlanSku = chosen.botPlanSku.value
param backOfficePlanSku = chosen.backOfficePlanSku.value
param backOfficeInstances = chosen.backOfficeInstances.value
param backOfficeMostInstances = chosen.backOfficeMostInstances.value
param backOfficeAlwaysReady = chosen.backOfficeAlwaysReady.value
param botSku = chosen.botSku.value
param teams = chosen.teams.value
param securityLogDays = chosen.securityLogDays.value
param telemetryDays = chosen.telemetryDays.value
param redAnHour = chosen.redAnHour.value
var ownBudget = readEnvironmentVariable('ONEVISIT_MONTHLY_BUDGET', '')
param monthlyBudget = empty(ownBudget) ? chosen.monthlyBudget.value : int(ownBudget)
// From entra.sh, which notes the month in which it ran first.
param budgetFrom = readEnvironmentVariable('ONEVISIT_BUDGET_FROM')
