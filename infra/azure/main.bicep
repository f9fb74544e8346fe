// A city's OneVisit in one subscription: `azd up` or the commands in README.md. Each module says why it is there.
targetScope = 'subscription'

import { clouds, cloudName } from 'clouds.bicep'

@minLength(2)
@maxLength(20)
@description('What this installation is called; stands in the names of things.')
param environmentName string

@description('Region, such as chinanorth3 or southeastasia.')
param location string

@description('Azure public, or Azure China operated by 21Vianet: addresses, login, bot channels and hosting follow from it. Personal data of a public body stays in China (个人信息保护法, art. 36).')
param cloud cloudName

@description('Who makes the keys (keys.sh) and changes them; empty: nobody is let in yet.')
param keyKeeperId string = ''
@allowed(['User', 'Group', 'ServicePrincipal'])
param keyKeeperType string = 'User'

@description('Host name of the pages, when the city has one of its own; empty: the platform\'s.')
param publicHost string = ''

@description('Another host name of the bot\'s app, at which papers that people sent are shown: an origin of its own, of this or another domain; empty: they are shown where the pages are, in a sandbox.')
param papersHost string = ''

@description('Whom residents call. Empty is a demo number, and refused where codes are really sent.')
param helpPhone string = ''

@description('https address of the gateway that sends one-time codes; empty: mandates are signed on the screen; sandbox: codes are shown, for trying only.')
param codeGateway string = ''

@description('The policy under which `audit` can only be added to was locked (README.md, "Backup"). What is locked cannot be written again, and a deployment that tried would stop.')
param anchorsLocked bool = false

@description('ClamAV\'s daemon inside the network, tcp://host:3310; empty: uploads are looked through and not scanned. See README.md.')
param antivirus string = ''

@description('https address of the sharing platform; empty: none is connected. Its key is the secret sharing-key.')
param sharingUrl string = ''
@allowed(['questions', 'records'])
param sharingShape string = 'questions'
@description('From where the platform tells of events, such as 203.0.113.0/28. Beside the bot and operatorAddresses nobody else may ask the back office.')
param sharingAddresses string[] = []

@description('Application id of the registration with which staff sign in, in this subscription\'s tenant; entra.sh makes it.')
param signInAppId string
@description('Application id of the back office\'s registration, for which tokens of the bot and of operators are; entra.sh makes it.')
param backOfficeAppId string
@description('From where operators may call the back office with a token of their own, such as 203.0.113.0/28; empty: nowhere.')
param operatorAddresses string[] = []

@allowed(['storage', 'scheduler'])
@description('Where Durable Functions keeps its state. scheduler needs the program built for it, see README.md.')
param durable string = 'storage'

@description('Storage and vault have no address on the internet.')
param privateEndpoints bool = false

@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param dataSku string = 'Standard_LRS'
@allowed(['Standard_LRS', 'Standard_ZRS'])
param engineSku string = 'Standard_LRS'
@description('Where the region has zones.')
param zoneRedundant bool = false

@description('App Service plan of the bot.')
param botPlanSku string = 'B1'
@description('App Service plan of the back office where there is no Flex Consumption.')
param backOfficePlanSku string = 'P0v3'
@minValue(1)
@description('Instances of that plan.')
param backOfficeInstances int = 1
@minValue(40)
@description('Most instances on Flex Consumption.')
param backOfficeMostInstances int = 40
@minValue(0)
@description('Instances on Flex Consumption that never sleep.')
param backOfficeAlwaysReady int = 0

@allowed(['F0', 'S1'])
param botSku string = 'F0'
@description('Teams channel for staff; passed over where the cloud has no Teams.')
param teams bool = false

@description('OpenTelemetry collector with its version, from a registry that this cloud reaches; empty: none, alarms go by what the programs write and the workbook is bare.')
param collectorImage string = ''
@minValue(183)
param securityLogDays int = 190
@minValue(30)
param telemetryDays int = 90

@description('Who is written to when something needs a person. Empty is refused where codes are really sent.')
param alertEmails string[] = []
@minValue(1)
param redAnHour int = 1
@description('In the currency of the subscription, a month; 0: no budget.')
param monthlyBudget int = 0
@description('First day of the month in which the budget is made, yyyy-MM-dd; it cannot be changed afterwards. entra.sh notes it once.')
param budgetFrom string = utcNow('yyyy-MM-01')

var here = clouds[cloud]
// Into the other cloud nothing is deployed by mistake.
var cloudOfHere = environment().name == here.environment ? cloud : fail('cloud is ${cloud}, but this is ${environment().name}')

var token = uniqueString(subscription().id, environmentName, location)
var tags = { 'azd-env-name': environmentName, application: 'onevisit', cloud: cloudOfHere }
var names = {
  group: 'rg-onevisit-${environmentName}'
  network: 'vnet-onevisit-${token}'
  backOfficeIdentity: 'id-back-office-${token}'
  botIdentity: 'id-bot-${token}'
  data: 'ovdata${token}'
  engine: 'ovengine${token}'
  scheduler: 'dts-onevisit-${token}'
  vault: 'kv-ov-${token}'
  botVault: 'kv-ovb-${token}'
  workspace: 'log-onevisit-${token}'
  insights: 'appi-onevisit-${token}'
  collector: 'otel-${token}'
  backOfficePlan: 'plan-back-office-${token}'
  backOffice: 'func-onevisit-${token}'
  botPlan: 'plan-bot-${token}'
  bot: 'app-onevisit-${token}'
  registration: 'bot-onevisit-${token}'
  alerts: 'ag-onevisit-${token}'
}

// Where codes are only shown, nobody real calls.
var phone = empty(helpPhone) && codeGateway != 'sandbox' ? fail('helpPhone is missing: whom shall residents call?') : helpPhone
// Alarms that nobody hears are none.
var people = empty(alertEmails) && codeGateway != 'sandbox' ? fail('alertEmails is missing: who shall hear of what needs a person?') : alertEmails
var pagesHost = empty(publicHost) ? '${names.bot}.${here.sitesSuffix}' : publicHost
var publicUrl = 'https://${pagesHost}/'
// The platform asks by its own name whether the bot is well, which nobody answers at the papers' host.
var papersUrl = empty(papersHost) ? '' : contains([toLower(pagesHost), '${names.bot}.${here.sitesSuffix}'], toLower(papersHost)) ? fail('papersHost is the host of the pages or the platform\'s: it has to be another') : 'https://${papersHost}/'

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: names.group
  location: location
  tags: tags
}

module network 'modules/network.bicep' = {
  scope: group
  name: 'network'
  params: {
    location: location
    tags: tags
    name: names.network
    flex: here.hasFlex
    vaultZone: here.vaultZone
    storageSuffix: here.storageSuffix
    privateEndpoints: privateEndpoints
  }
}

module identities 'modules/identities.bicep' = {
  scope: group
  name: 'identities'
  params: {
    location: location
    tags: tags
    backOfficeName: names.backOfficeIdentity
    botName: names.botIdentity
  }
}

module telemetry 'modules/telemetry.bicep' = {
  scope: group
  name: 'telemetry'
  params: {
    location: location
    tags: tags
    workspaceName: names.workspace
    insightsName: names.insights
    securityLogDays: securityLogDays
    telemetryDays: telemetryDays
    byAddress: !empty(collectorImage) || !here.hasEntraIngestion
    backOffice: identities.outputs.backOffice
  }
}

module collector 'modules/collector.bicep' = if (!empty(collectorImage)) {
  scope: group
  name: 'collector'
  params: {
    location: location
    tags: tags
    name: names.collector
    image: collectorImage
    subnetId: network.outputs.collectorSubnetId
    networkId: network.outputs.networkId
    connectionString: telemetry.outputs.connectionString
    workspaceId: telemetry.outputs.workspaceId
  }
}

module data 'modules/data.bicep' = {
  scope: group
  name: 'data'
  params: {
    location: location
    tags: tags
    name: names.data
    sku: dataSku
    closed: privateEndpoints
    anchorsLocked: anchorsLocked
    backOffice: identities.outputs.backOffice
    bot: identities.outputs.bot
    workspaceId: telemetry.outputs.workspaceId
  }
}

module engine 'modules/engine.bicep' = {
  scope: group
  name: 'engine'
  params: {
    location: location
    tags: tags
    name: names.engine
    sku: engineSku
    closed: privateEndpoints
    backOffice: identities.outputs.backOffice
  }
}

module scheduler 'modules/scheduler.bicep' = if (durable == 'scheduler') {
  scope: group
  name: 'scheduler'
  params: {
    location: location
    tags: tags
    name: names.scheduler
    backOffice: identities.outputs.backOffice
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  name: 'vault'
  params: {
    location: location
    tags: tags
    name: names.vault
    closed: privateEndpoints
    reader: identities.outputs.backOffice
    keeperId: keyKeeperId
    keeperType: keyKeeperType
    workspaceId: telemetry.outputs.workspaceId
  }
}

module botVault 'modules/vault.bicep' = {
  scope: group
  name: 'bot-vault'
  params: {
    location: location
    tags: tags
    name: names.botVault
    closed: privateEndpoints
    reader: identities.outputs.bot
    keeperId: keyKeeperId
    keeperType: keyKeeperType
    workspaceId: telemetry.outputs.workspaceId
  }
}

// Index of the zone as network.bicep orders them.
var doors = privateEndpoints ? [
  { name: 'data-blob', service: 'blob', zone: 0 }
  { name: 'data-table', service: 'table', zone: 1 }
  { name: 'data-queue', service: 'queue', zone: 2 }
  { name: 'engine-blob', service: 'blob', zone: 0 }
  { name: 'engine-table', service: 'table', zone: 1 }
  { name: 'engine-queue', service: 'queue', zone: 2 }
  { name: 'vault', service: 'vault', zone: 3 }
  { name: 'bot-vault', service: 'vault', zone: 3 }
] : []

module endpoints 'modules/private-endpoint.bicep' = [for door in doors: {
  scope: group
  name: 'endpoint-${door.name}'
  params: {
    location: location
    tags: tags
    name: 'pe-${door.name}-${token}'
    subnetId: network.outputs.endpointsSubnetId
    targetId: startsWith(door.name, 'data') ? data.outputs.id : startsWith(door.name, 'engine') ? engine.outputs.id : door.name == 'vault' ? vault.outputs.id : botVault.outputs.id
    service: door.service
    zoneId: network.outputs.zoneIds[door.zone]
  }
}]

var telemetrySettings = empty(collectorImage) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: collector!.outputs.endpoint }

// What both programs read. Secrets are named, never held.
var sharedSettings = union(telemetrySettings, {
  AZURE_AUTHORITY_HOST: here.loginAuthority
  OneVisit__StorageAccount: data.outputs.name
  OneVisit__StorageSuffix: here.storageSuffix
  OneVisit__Entra__TenantId: identities.outputs.tenantId
  OneVisit__Entra__Authority: here.signInAuthority
  OneVisit__Entra__BackOfficeId: backOfficeAppId
  OneVisit__PublicUrl: publicUrl
  OneVisit__HelpPhone: phone
})

var sharingSettings = empty(sharingUrl) ? {} : {
  OneVisit__SharingUrl: sharingUrl
  OneVisit__SharingShape: sharingShape
  OneVisit__SharingKey: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/sharing-key)'
}

// What the host.json of the scheduler's build names (functions/App/scheduler.host.json). That it goes by the scheduler must stand in the file: the platform, which wakes the app, reads no setting.
var engineSettings = durable == 'storage' ? {} : {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: scheduler!.outputs.connection
  TASKHUB_NAME: scheduler!.outputs.hub
}

var tellingSettings = here.hasEntraIngestion ? { APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identities.outputs.backOffice.clientId};Authorization=AAD' } : {}

var backOfficeSettings = union(sharedSettings, sharingSettings, engineSettings, tellingSettings, {
  AZURE_CLIENT_ID: identities.outputs.backOffice.clientId
  // For what the host itself tells; it proves who it is where that is taken.
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetry.outputs.connectionString
  // By addresses and not by the account's name, which means the public cloud.
  AzureWebJobsStorage__blobServiceUri: engine.outputs.blobUri
  AzureWebJobsStorage__queueServiceUri: engine.outputs.queueUri
  AzureWebJobsStorage__tableServiceUri: engine.outputs.tableUri
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identities.outputs.backOffice.clientId
  // All enabled versions of the secrets sealing-key and proof-key, read by identity: a new one counts without a restart.
  OneVisit__SealingVault: vault.outputs.uri
  OneVisit__CodeGateway: codeGateway
  // Whose token is the front door's.
  OneVisit__Entra__FrontDoorId: identities.outputs.bot.clientId
  OneVisit__Antivirus: antivirus
})

// The front: nobody else asks the back office. Who gets through still needs a token.
var accessRules = concat(
  [{ name: 'bot', priority: 100, action: 'Allow', vnetSubnetResourceId: network.outputs.botSubnetId }],
  map(range(0, length(sharingAddresses)), i => { name: 'platform-${i}', priority: 200 + i, action: 'Allow', ipAddress: sharingAddresses[i] }),
  map(range(0, length(operatorAddresses)), i => { name: 'operator-${i}', priority: 300 + i, action: 'Allow', ipAddress: operatorAddresses[i] })
)

module backOfficeFlex 'modules/back-office-flex.bicep' = if (here.hasFlex) {
  scope: group
  name: 'back-office-flex'
  dependsOn: [endpoints]
  params: {
    location: location
    tags: tags
    planName: names.backOfficePlan
    name: names.backOffice
    backOffice: identities.outputs.backOffice
    subnetId: network.outputs.backOfficeSubnetId
    accessRules: accessRules
    settings: backOfficeSettings
    packagesUri: engine.outputs.packagesUri
    mostInstances: backOfficeMostInstances
    alwaysReady: backOfficeAlwaysReady
    zoneRedundant: zoneRedundant
  }
}

module backOfficePlan 'modules/back-office-plan.bicep' = if (!here.hasFlex) {
  scope: group
  name: 'back-office-plan'
  dependsOn: [endpoints]
  params: {
    location: location
    tags: tags
    planName: names.backOfficePlan
    planSku: backOfficePlanSku
    name: names.backOffice
    backOffice: identities.outputs.backOffice
    subnetId: network.outputs.backOfficeSubnetId
    accessRules: accessRules
    settings: backOfficeSettings
    instances: backOfficeInstances
    zoneRedundant: zoneRedundant
  }
}

var channelSettings = toObject(items(here.botChannels), setting => setting.key, setting => replace(string(setting.value), '{tenant}', tenant().tenantId))

module bot 'modules/bot.bicep' = {
  scope: group
  name: 'bot'
  dependsOn: [endpoints]
  params: {
    location: location
    tags: tags
    planName: names.botPlan
    planSku: botPlanSku
    name: names.bot
    bot: identities.outputs.bot
    subnetId: network.outputs.botSubnetId
    workspaceId: telemetry.outputs.workspaceId
    settings: union(sharedSettings, channelSettings, {
      AZURE_CLIENT_ID: identities.outputs.bot.clientId
      MicrosoftAppType: 'UserAssignedMSI'
      MicrosoftAppId: identities.outputs.bot.clientId
      MicrosoftAppTenantId: identities.outputs.tenantId
      OneVisit__BackOfficeUrl: 'https://${names.backOffice}.${here.sitesSuffix}/'
      OneVisit__DirectLine__Url: here.directLine
      OneVisit__DirectLine__Secret: '@Microsoft.KeyVault(SecretUri=${botVault.outputs.uri}secrets/direct-line-secret)'
      OneVisit__PapersUrl: papersUrl
      // Put into the package by pages.sh.
      OneVisit__WebChatFolder: '/home/site/wwwroot/pages/webchat'
      OneVisit__ChartsFolder: '/home/site/wwwroot/pages/charts'
      // A sealing key of its own: nothing that the back office sealed opens with it.
      OneVisit__SealingVault: botVault.outputs.uri
      OneVisit__ChatKey: '@Microsoft.KeyVault(SecretUri=${botVault.outputs.uri}secrets/chat-key)'
      OneVisit__ParticipantKey: '@Microsoft.KeyVault(SecretUri=${botVault.outputs.uri}secrets/participant-key)'
      OneVisit__Entra__ClientId: signInAppId
      OneVisit__Entra__Exchange: here.tokenExchange
      // The platform ends TLS in front of the program: cookies and addresses go by what it says of the request.
      // Its front ends reach an app from private and link-local addresses, and nobody else reaches it.
      OneVisit__ProxyNetworks: '127.0.0.0/8,::1/128,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,169.254.0.0/16,fe80::/10,fc00::/7'
    })
  }
}

module registration 'modules/registration.bicep' = {
  scope: group
  name: 'registration'
  params: {
    tags: tags
    name: names.registration
    displayName: '一次办好'
    sku: botSku
    bot: identities.outputs.bot
    tenantId: identities.outputs.tenantId
    publicOrigin: 'https://${pagesHost}'
    teams: teams && here.hasTeams
    vaultName: botVault.outputs.name
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  name: 'alerts'
  params: {
    location: location
    tags: tags
    name: names.alerts
    workspaceId: telemetry.outputs.workspaceId
    botId: bot.outputs.id
    emails: people
    redAnHour: redAnHour
    withFigures: !empty(collectorImage)
  }
}

module workbook 'modules/workbook.bicep' = {
  scope: group
  name: 'workbook'
  params: {
    location: location
    tags: tags
    displayName: 'OneVisit ${environmentName}'
    insightsId: telemetry.outputs.insightsId
    workspaceId: telemetry.outputs.workspaceId
    withFigures: !empty(collectorImage)
  }
}

module budget 'modules/budget.bicep' = if (monthlyBudget > 0 && !empty(alertEmails)) {
  scope: group
  name: 'budget'
  params: {
    name: 'onevisit-${environmentName}'
    amount: monthlyBudget
    from: budgetFrom
    emails: alertEmails
  }
}

// azd keeps these for its next steps and for keys.sh.
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
// For door.sh: what has no address on the internet.
output ONEVISIT_PRIVATE bool = privateEndpoints
output ONEVISIT_DATA_ACCOUNT string = data.outputs.name
output ONEVISIT_BOT_VAULT_NAME string = botVault.outputs.name
// Whose settings are to be read anew when a key was made.
output ONEVISIT_BACK_OFFICE_RESOURCE string = '${group.id}/providers/Microsoft.Web/sites/${names.backOffice}'
output ONEVISIT_BOT_RESOURCE string = '${group.id}/providers/Microsoft.Web/sites/${names.bot}'
output ONEVISIT_FUNCTIONS_URL string = 'https://${names.backOffice}.${here.sitesSuffix}/'
output ONEVISIT_BOT_URL string = publicUrl
output ONEVISIT_BOT_ID string = identities.outputs.bot.clientId
output ONEVISIT_BOT_PRINCIPAL_ID string = identities.outputs.bot.principalId
output ONEVISIT_ENTRA_ISSUER string = '${here.signInAuthority}${identities.outputs.tenantId}/v2.0'
output ONEVISIT_ENTRA_EXCHANGE string = here.tokenExchange
output ONEVISIT_SHARING bool = !empty(sharingUrl)
