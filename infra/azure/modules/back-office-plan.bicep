// The back office on an App Service plan of its own, where there is no Flex Consumption (see clouds.bicep). Why not Elastic Premium: it keeps its content on a file share that is
// opened with an account key. Why not the bot's plan: a rush of chats must not slow the clocks of the cases.

import { identity } from 'identities.bicep'

param location string
param tags object
param planName string
@description('P0v3 or larger.')
param planSku string
param name string
param backOffice identity
param subnetId string
@description('Who may ask: see main.bicep.')
param accessRules array
param settings object
@minValue(1)
@maxValue(30)
param instances int
param zoneRedundant bool

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'linux'
  sku: { name: planSku, capacity: instances }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

var ofPlan = {
  FUNCTIONS_EXTENSION_VERSION: '~4'
  FUNCTIONS_WORKER_RUNTIME: 'dotnet-isolated'
  WEBSITE_RUN_FROM_PACKAGE: '1'
}

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  // azd finds the app by this tag.
  tags: union(tags, { 'azd-service-name': 'back-office' })
  kind: 'functionapp,linux'
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${backOffice.id}': {} } }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: backOffice.id
    virtualNetworkSubnetId: subnetId
    vnetRouteAllEnabled: true
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      linuxFxVersion: 'DOTNET-ISOLATED|10.0'
      alwaysOn: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: accessRules
      scmIpSecurityRestrictionsUseMain: false
      appSettings: [for setting in items(union(settings, ofPlan)): { name: setting.key, value: setting.value }]
    }
  }

  // Nobody deploys with a password.
  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }
}
