// What differs between the clouds, in one place. One parameter, `cloud`, chooses a row; nothing else in these files asks where it is.
//
// Why rows and not environment(): Bot Framework's addresses are not among what the platform tells of itself, and whoever reads this should see both clouds side by side.
// Sources: "Deploy a bot to Microsoft Azure operated by 21Vianet" and "Functions hosting options" of both documentations, read in November 2026.

@export()
type cloudName = 'public' | 'china'

@export()
@description('For each cloud: its addresses, and which of the services there are.')
var clouds = {
  public: {
    // As the platform calls itself; a deployment into the other one is refused before it begins.
    environment: 'AzureCloud'
    #disable-next-line no-hardcoded-env-urls
    storageSuffix: 'core.windows.net'
    sitesSuffix: 'azurewebsites.net'
    #disable-next-line no-hardcoded-env-urls
    vaultZone: 'privatelink.vaultcore.azure.net'
    #disable-next-line no-hardcoded-env-urls
    loginAuthority: 'https://login.microsoftonline.com/'
    // Whose name stands in tokens, and for whom a token of an identity is that stands for a registration's secret.
    #disable-next-line no-hardcoded-env-urls
    signInAuthority: 'https://login.microsoftonline.com/'
    tokenExchange: 'api://AzureADTokenExchange'
    directLine: 'https://directline.botframework.com/'
    // Flex Consumption: instances come and go by themselves.
    hasFlex: true
    // Application Insights takes what is sent by who proves to be an identity with the right to it.
    hasEntraIngestion: true
    hasTeams: true
    // The Bot Framework SDK's own defaults are those of the public cloud.
    botChannels: {}
  }
  china: {
    environment: 'AzureChinaCloud'
    storageSuffix: 'core.chinacloudapi.cn'
    sitesSuffix: 'chinacloudsites.cn'
    vaultZone: 'privatelink.vaultcore.azure.cn'
    loginAuthority: 'https://login.chinacloudapi.cn/'
    signInAuthority: 'https://login.partner.microsoftonline.cn/'
    tokenExchange: 'api://AzureADTokenExchangeChina'
    directLine: 'https://directline.botframework.azure.cn/'
    // Not among what 21Vianet offers as far as we found: the back office has an App Service plan of its own there. `az functionapp list-flexconsumption-locations` tells when
    // that changes; then this is true. Elastic Premium is no way out: it wants a file share, and that an account key.
    hasFlex: false
    // "You need to be in the public cloud" ("Microsoft Entra authentication for Application Insights", prerequisites, March 2026). Refused, everything the host tells would be lost without a
    // sign, and the alarms with it: here the host sends by the address alone. Nothing can be read by that.
    hasEntraIngestion: false
    // There is no Teams client in this cloud: staff work on the pages.
    hasTeams: false
    // `{tenant}` stands for the tenant of the bot's identity.
    botChannels: {
      OAuthUrl: 'https://token.botframework.azure.cn/'
      ToChannelFromBotLoginUrl: 'https://login.partner.microsoftonline.cn/{tenant}'
      ToChannelFromBotOAuthScope: 'https://api.botframework.azure.cn'
      ToBotFromChannelTokenIssuer: 'https://api.botframework.azure.cn'
      ToBotFromChannelOpenIdMetadataUrl: 'https://login.botframework.azure.cn/v1/.well-known/openidconfiguration'
      // A tenant of the Bot Framework's own, the same for everybody; for the emulator and skills, of which we have none.
      ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.partner.microsoftonline.cn/a55a4d5b-9241-49b1-b4ff-befa8db00269/v2.0/.well-known/openid-configuration'
      ValidateAuthority: 'true'
    }
  }
}
