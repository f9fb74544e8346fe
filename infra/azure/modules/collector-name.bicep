// The collector's name, known inside the network only. Why a module of its own: the platform chooses the name when it makes the collector's surroundings, and a zone needs it
// before it is begun.

param tags object
param linkName string
param domain string
param address string
param networkId string

resource zone 'Microsoft.Network/privateDnsZones@2020-06-01' = {
  name: domain
  location: 'global'
  tags: tags

  resource link 'virtualNetworkLinks' = {
    name: linkName
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: networkId } }
  }

  resource all 'A' = {
    name: '*'
    properties: { ttl: 3600, aRecords: [{ ipv4Address: address }] }
  }
}
