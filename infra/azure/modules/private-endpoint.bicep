// One door into the network for one service of one resource. Why: with it, storage and vault have no address on the internet at all, which a city that keeps ID numbers will be
// asked for (等保 2.0, level 3). It costs a few yuan a day and makes deploying from outside the network harder, so it is optional.

param location string
param tags object
param name string
param subnetId string
param targetId string
@allowed(['blob', 'table', 'queue', 'vault'])
param service string
param zoneId string

resource endpoint 'Microsoft.Network/privateEndpoints@2023-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: service
        properties: {
          privateLinkServiceId: targetId
          groupIds: [service]
        }
      }
    ]
  }

  resource zone 'privateDnsZoneGroups' = {
    name: 'default'
    properties: {
      privateDnsZoneConfigs: [{ name: service, properties: { privateDnsZoneId: zoneId } }]
    }
  }
}
