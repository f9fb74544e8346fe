// The Durable Task Scheduler, instead of tables and queues for the engine. Why an option: it takes the ten requests of an activity off the bill and is watched on a page of its
// own, but costs by its own measure, and the program has to be published with its package (README.md). Processes do not move by themselves: they are started anew from the journals.

import { roles } from '../roles.bicep'
import { identity } from 'identities.bicep'

param location string
param tags object
param name string
param backOffice identity

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: { name: 'Consumption' }
    // An empty list lets nobody in. Whoever comes still needs the role below.
    ipAllowlist: ['0.0.0.0/0']
  }

  resource hub 'taskHubs' = {
    name: 'onevisit'
    properties: {}
  }
}

resource ofBackOffice 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: scheduler
  name: guid(scheduler.id, backOffice.id, roles.durableTaskDataContributor)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.durableTaskDataContributor)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('An address and an identity; it holds no secret.')
output connection string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${backOffice.clientId}'
output hub string = scheduler::hub.name
