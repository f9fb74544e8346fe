// The back office on Flex Consumption. Why: a township sends a handful of cases a day and a city some hundreds, most of them between nine and five; instances that are paid by the
// second fit, and one is always ready, since an officer who waits ten seconds for a list of work does not come back. It is in the network and hears only whom it is to hear.

import { identity } from 'identities.bicep'

param location string
param tags object
param planName string
param name string
param backOffice identity
param subnetId string
@description('Who may ask: see main.bicep.')
param accessRules array
param settings object
param packagesUri string
@minValue(40)
@maxValue(1000)
param mostInstances int
@description('Instances that never sleep, for requests of people.')
@minValue(0)
@maxValue(20)
param alwaysReady int
param zoneRedundant bool

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: planName
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
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
    clientAffinityEnabled: false
    publicNetworkAccess: 'Enabled'
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packagesUri
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: backOffice.id }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: mostInstances
        instanceMemoryMB: 2048
        alwaysReady: alwaysReady == 0 ? [] : [
          { name: 'http', instanceCount: alwaysReady }
          // Timers of the processes wake up in here.
          { name: 'durable', instanceCount: 1 }
        ]
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
      ipSecurityRestrictionsDefaultAction: 'Deny'
      ipSecurityRestrictions: accessRules
      scmIpSecurityRestrictionsUseMain: false
      appSettings: [for setting in items(settings): { name: setting.key, value: setting.value }]
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
