// The bot's entry with the Bot Framework, its web channel (Direct Line) and, where there is such a client, Teams. Why here and not by hand: the bot proves who it is by its managed
// identity, so there is no password to make and to renew; Direct Line's secret goes from the channel into the vault without anybody seeing it.

import { identity } from 'identities.bicep'

param tags object
param name string
param displayName string
@allowed(['F0', 'S1'])
@description('F0: 10,000 messages a month on the web channel. S1: any number, by the thousand.')
param sku string
param bot identity
param tenantId string
@description('Scheme and host of the pages, without a slash at the end.')
param publicOrigin string
param teams bool
param vaultName string

resource registration 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: { name: sku }
  properties: {
    displayName: displayName
    description: '一次办好：民政事项一次办好'
    endpoint: '${publicOrigin}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: bot.clientId
    msaAppMSIResourceId: bot.id
    msaAppTenantId: tenantId
    // Direct Line's secret is local authentication; what is said in a chat is nobody's telemetry, so no key of Application Insights is given.
    disableLocalAuth: false
    schemaTransformationVersion: '1.3'
  }

  resource web 'channels' = {
    name: 'DirectLineChannel'
    location: 'global'
    properties: {
      channelName: 'DirectLineChannel'
      properties: {
        sites: [
          {
            siteName: 'pages'
            isEnabled: true
            isV1Enabled: false
            isV3Enabled: true
            // A token is for one user, whose id begins with dl_, and for our pages.
            isSecureSiteEnabled: true
            trustedOrigins: [publicOrigin]
            isBlockUserUploadEnabled: false
          }
        ]
      }
    }
  }

  resource staff 'channels' = if (teams) {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
        acceptedTerms: true
        deploymentEnvironment: 'CommercialDeployment'
        enableCalling: false
      }
    }
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {
  name: vaultName
}

resource secret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'direct-line-secret'
  properties: {
    value: filter(registration::web.listChannelWithKeys().setting.sites, site => site.siteName == 'pages')[0].key
    contentType: 'Direct Line, site pages'
  }
}
