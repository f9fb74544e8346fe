// A network of the city's own. Why: the back office is to hear nobody but the bot and the sharing platform, storage and the vault may be taken off the internet, and the
// collector of figures has no door to the outside. It costs nothing by itself.

param location string
param tags object
param name string
@description('Flex Consumption runs in a subnet lent to another service than an App Service plan does.')
param flex bool
@description('Zone in which vaults have private names.')
param vaultZone string
param storageSuffix string
@description('Storage and vault are reached by private endpoints only.')
param privateEndpoints bool

var ofPlans = 'Microsoft.Web/serverFarms'
var ofContainers = 'Microsoft.App/environments'

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: concat([
      {
        name: 'back-office'
        properties: {
          addressPrefix: '10.20.0.0/24'
          delegations: [{ name: 'host', properties: { serviceName: flex ? ofContainers : ofPlans } }]
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'bot'
        properties: {
          addressPrefix: '10.20.1.0/26'
          delegations: [{ name: 'host', properties: { serviceName: ofPlans } }]
          // By this the back office recognises the bot.
          serviceEndpoints: [{ service: 'Microsoft.Web' }]
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'collector'
        properties: {
          addressPrefix: '10.20.1.64/27'
          delegations: [{ name: 'host', properties: { serviceName: ofContainers } }]
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.20.1.96/27'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ], privateEndpoints ? [
      {
        // For a machine of the operators that copies tables and papers; nothing is put there by the deployment.
        name: 'operators'
        properties: {
          addressPrefix: '10.20.1.128/27'
          privateEndpointNetworkPolicies: 'Disabled'
        }
      }
    ] : [])
  }
}

var zoneNames = privateEndpoints ? [
  'privatelink.blob.${storageSuffix}'
  'privatelink.table.${storageSuffix}'
  'privatelink.queue.${storageSuffix}'
  vaultZone
] : []

// In the order blob, table, queue, vault.
resource zones 'Microsoft.Network/privateDnsZones@2020-06-01' = [for zone in zoneNames: {
  name: zone
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2020-06-01' = [for (zone, i) in zoneNames: {
  parent: zones[i]
  name: name
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}]

output networkId string = network.id
output backOfficeSubnetId string = '${network.id}/subnets/back-office'
output botSubnetId string = '${network.id}/subnets/bot'
output collectorSubnetId string = '${network.id}/subnets/collector'
output endpointsSubnetId string = '${network.id}/subnets/endpoints'
output zoneIds string[] = [for (zone, i) in zoneNames: zones[i].id]
