// The keys of one program. Why a vault and not app settings: who may see the settings of an app does not thereby read the names and numbers of residents, every use is written down,
// and a lost sealing key can be had back for ninety days (without it nothing sealed can ever be read again). Why one for each program: a right on a single secret can only be granted
// when that is there, and the bot, which stands in front, must read nothing with which journals are sealed, people are found or proofs are signed. Programs read all enabled versions
// of sealing-key and proof-key themselves. keys.sh makes the keys; no file and no deployment ever holds one.

import { roles } from '../roles.bicep'
import { identity } from 'identities.bicep'

param location string
param tags object
@minLength(3)
@maxLength(24)
param name string
param closed bool
@description('The program whose keys they are; nobody else\'s.')
param reader identity
@description('Who makes and changes keys; empty: nobody yet.')
param keeperId string
@allowed(['User', 'Group', 'ServicePrincipal'])
param keeperType string
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: closed ? 'Deny' : 'Allow', bypass: 'AzureServices' }
  }
}

resource reads 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, reader.id, roles.keyVaultSecretsUser)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsUser)
    principalId: reader.principalId
    principalType: 'ServicePrincipal'
  }
}

resource keeper 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(keeperId)) {
  scope: vault
  name: guid(vault.id, keeperId, roles.keyVaultSecretsOfficer)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.keyVaultSecretsOfficer)
    principalId: keeperId
    principalType: keeperType
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'uses'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
