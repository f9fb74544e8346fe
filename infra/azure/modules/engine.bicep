// Storage of the Functions host: leases, timers, the program's package, and the tables and queues of Durable Functions. Why apart from the data: it can be emptied and made
// again at any time, since the processes are started anew from the journals; its blobs change every few seconds and need no versions.

import { roles } from '../roles.bicep'
import { identity } from 'identities.bicep'

param location string
param tags object
@minLength(3)
@maxLength(24)
param name string
@allowed(['Standard_LRS', 'Standard_ZRS'])
param sku string
param closed bool
param backOffice identity

var packages = 'packages'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: closed ? 'Disabled' : 'Enabled'
    networkAcls: { defaultAction: closed ? 'Deny' : 'Allow', bypass: 'None' }
  }

  resource blobs 'blobServices' = {
    name: 'default'

    resource container 'containers' = {
      name: packages
      properties: { publicAccess: 'None' }
    }
  }
}

// The host takes leases and makes containers, queues and tables of its own names: so on the whole account, which holds nothing else. The owner's role is what it asks for.
var granted = [roles.blobDataOwner, roles.queueDataContributor, roles.tableDataContributor]

resource ofHost 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in granted: {
  scope: account
  name: guid(account.id, backOffice.id, role)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}]

output id string = account.id
output name string = account.name
output blobUri string = account.properties.primaryEndpoints.blob
output queueUri string = account.properties.primaryEndpoints.queue
output tableUri string = account.properties.primaryEndpoints.table
output packagesUri string = '${account.properties.primaryEndpoints.blob}${packages}'
