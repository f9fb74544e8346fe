// Who the programs are. Why identities of their own and not those of the apps: they are there before the apps, so that every right is granted before the first start, and they
// outlive an app that is made anew. Two, because the bot stands in front and must not be let into the cases.

param location string
param tags object
param backOfficeName string
param botName string

resource backOffice 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: backOfficeName
  location: location
  tags: tags
}

resource bot 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: botName
  location: location
  tags: tags
}

@export()
@description('An identity as the other modules need it.')
type identity = {
  id: string
  clientId: string
  principalId: string
}

output backOffice identity = {
  id: backOffice.id
  clientId: backOffice.properties.clientId
  principalId: backOffice.properties.principalId
}
output bot identity = {
  id: bot.id
  clientId: bot.properties.clientId
  principalId: bot.properties.principalId
}
output tenantId string = bot.properties.tenantId
