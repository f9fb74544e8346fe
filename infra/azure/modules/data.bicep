// What must never be lost: journals, documents, staff, conversations, notices. Why an account apart from the engine's: other people may read it, its blobs keep their earlier
// versions, and the engine's traffic does not count against its limits. No key opens it; each program has rights to its own tables, containers and queues and to no others.

import { roles } from '../roles.bicep'
import { identity } from 'identities.bicep'

param location string
param tags object
@minLength(3)
@maxLength(24)
param name string
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param sku string
@description('No door to the internet; see private-endpoint.bicep.')
param closed bool
@description('Whether the city has locked the policy of `audit` for good.')
param anchorsLocked bool
param backOffice identity
param bot identity
@description('Workspace that hears who wrote and deleted files and rows.')
param workspaceId string

// The names are those of functions/Storage/Names.cs; a test compares them. They are made here since a right can only be granted on what is there.
var backOfficeTables = ['Directory', 'Journal', 'Cases', 'Work', 'Index', 'Matters', 'Oversight', 'Board', 'Register', 'Sharing', 'Statistics']
var botTables = ['Conversations', 'Cards', 'Seen']
var backOfficeContainers = ['documents', 'catalogue', 'directory', 'audit']
var botContainers = ['bot']
var botReads = ['catalogue', 'directory']
var containers = concat(backOfficeContainers, botContainers)
var queues = ['notices', 'notices-poison']

// Days in which what was deleted or overwritten by mistake can be had back; the drill in README.md goes by them.
var daysToRestore = 30

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: closed ? 'Deny' : 'Allow', bypass: 'None' }
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true }
        table: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
      }
    }
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      isVersioningEnabled: true
      changeFeed: { enabled: true, retentionInDays: daysToRestore }
      deleteRetentionPolicy: { enabled: true, days: daysToRestore }
      containerDeleteRetentionPolicy: { enabled: true, days: daysToRestore }
      // No restorePolicy: it cannot be had in an account with an immutability policy, and `audit` has one. Versions are put back one by one (papers.sh).
    }

    resource container 'containers' = [for container in containers: {
      name: container
      properties: { publicAccess: 'None' }
    }]
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource ofBackOffice 'tables' = [for table in backOfficeTables: { name: table }]

    resource ofBot 'tables' = [for table in botTables: { name: table }]
  }

  resource queueService 'queueServices' = {
    name: 'default'

    resource queue 'queues' = [for queue in queues: { name: queue }]
  }

  // No rule deletes a paper by its age: how long a case is kept is decided by its class, not by the store. What goes is what was replaced.
  resource lifecycle 'managementPolicies' = {
    name: 'default'
    dependsOn: [blobs]
    properties: {
      policy: {
        rules: [
          {
            name: 'papers-of-closed-cases-are-rarely-read'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['documents/'] }
              actions: {
                baseBlob: { tierToCool: { daysAfterModificationGreaterThan: 120 } }
                version: { delete: { daysAfterCreationGreaterThan: 90 } }
              }
            }
          }
          {
            // What was uploaded and not sent is moved or deleted by the program: no version of it stays behind. Of papers of erased cases the rule above takes them: they are old.
            name: 'what-was-not-sent-is-forgotten'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['documents/drafts/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
            }
          }
          {
            // A turn of a conversation overwrites its memory: the versions would cost more than the data, and remember what the bot has forgotten.
            name: 'what-the-bot-forgot-is-forgotten'
            type: 'Lifecycle'
            enabled: true
            definition: {
              filters: { blobTypes: ['blockBlob'], prefixMatch: ['bot/'] }
              actions: { version: { delete: { daysAfterCreationGreaterThan: 1 } } }
            }
          }
        ]
      }
    }
  }
}

// Where the journals stood every night is added to and never changed, by nobody. It is not locked here: locking is for good, and an act of the city's own (see README.md); a policy that is locked is
// none to be written again.
resource anchors 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2023-05-01' = if (!anchorsLocked) {
  parent: account::blobs::container[indexOf(containers, 'audit')]
  name: 'default'
  properties: { immutabilityPeriodSinceCreationInDays: 3650, allowProtectedAppendWrites: true }
}

// The back office: its tables, papers, catalogue, directory and anchors; the queue into which it puts notices, and from which it takes none.
resource backOfficeOnTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (table, i) in backOfficeTables: {
  scope: account::tables::ofBackOffice[i]
  name: guid(account.id, table, backOffice.id, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource backOfficeOnPapers 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in backOfficeContainers: {
  scope: account::blobs::container[i]
  name: guid(account.id, container, backOffice.id, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource backOfficeOnNotices 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account::queueService::queue[indexOf(queues, 'notices')]
  name: guid(account.id, 'notices', backOffice.id, roles.queueMessageSender)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.queueMessageSender)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}

// The bot: conversations and their memory; the notices it takes and puts aside; the catalogue and the directory to read. Nothing of a case.
resource botOnTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (table, i) in botTables: {
  scope: account::tables::ofBot[i]
  name: guid(account.id, table, bot.id, roles.tableDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.tableDataContributor)
    principalId: bot.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource botOnMemory 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in botContainers: {
  scope: account::blobs::container[length(backOfficeContainers) + i]
  name: guid(account.id, container, bot.id, roles.blobDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataContributor)
    principalId: bot.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource botOnWhatItReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for container in botReads: {
  scope: account::blobs::container[indexOf(containers, container)]
  name: guid(account.id, container, bot.id, roles.blobDataReader)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobDataReader)
    principalId: bot.principalId
    principalType: 'ServicePrincipal'
  }
}]

// A notice in hand is hidden for longer, which is a write: the processor's role has none. On what was put aside the bot adds and counts; it takes nothing away.
var botOnQueues = [
  { queue: 'notices', role: roles.queueDataContributor }
  { queue: 'notices-poison', role: roles.queueMessageSender }
  { queue: 'notices-poison', role: roles.queueDataReader }
]

resource botOnNotices 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for right in botOnQueues: {
  scope: account::queueService::queue[indexOf(queues, right.queue)]
  name: guid(account.id, right.queue, bot.id, right.role)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', right.role)
    principalId: bot.principalId
    principalType: 'ServicePrincipal'
  }
}]

// Who wrote or deleted a file or a row, which is asked first when a journal is not as it was written. A row is named there by its keys: numbers of cases and hashes, no names. Reading
// is in the product's own audit, by person; here every reader is one of two programs.
resource fileLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::blobs
  name: 'files'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

resource rowLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: account::tables
  name: 'rows'
  properties: {
    workspaceId: workspaceId
    logs: [
      { category: 'StorageWrite', enabled: true }
      { category: 'StorageDelete', enabled: true }
    ]
  }
}

output id string = account.id
output name string = account.name
