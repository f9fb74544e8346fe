// Where figures and logs go. Why two spans of time: the Cybersecurity Law (网络安全法) wants logs of the network kept for six months at least; the Personal Information Protection
// Law (个人信息保护法, art. 19) wants everything else gone as soon as it is not needed. Traces hold numbers of cases and no names, and still go after the shorter time.

import { roles } from '../roles.bicep'
import { identity } from 'identities.bicep'

param location string
param tags object
param workspaceName string
param insightsName string
@description('Days for who came when from where, and for uses of keys.')
@minValue(183)
@maxValue(730)
param securityLogDays int
@description('Days for traces, figures and the programs\' own lines.')
@minValue(30)
@maxValue(180)
param telemetryDays int
@description('Figures and lines are taken from who knows the address, by which nothing can be read: for the collector, which has no identity, and where the cloud takes none.')
param byAddress bool
param backOffice identity

// Not AppRequests: who asked the back office when is a log of the network, and the only one on Flex Consumption. It goes by the workspace's longer time.
var telemetryTables = ['AppTraces', 'AppDependencies', 'AppExceptions', 'AppMetrics', 'AppPerformanceCounters', 'AppServiceConsoleLogs']

var ofWorkspace = {
  sku: { name: 'PerGB2018' }
  retentionInDays: securityLogDays
  features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
  // A loop that logs must not cost more than a day's reserve.
  workspaceCapping: { dailyQuotaGb: 5 }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: ofWorkspace

  // One after the other, and the workspace once more only when they are done: it takes no two changes at once.
  @batchSize(1)
  resource tables 'tables' = [for table in telemetryTables: {
    name: table
    properties: { retentionInDays: telemetryDays, totalRetentionInDays: telemetryDays }
  }]
}

// The platform's log of requests has a column for cookies: whoever reads logs could go on as the person whose request it was. It is left out before it is kept.
resource withoutCookies 'Microsoft.Insights/dataCollectionRules@2022-06-01' = {
  name: 'dcr-${workspaceName}'
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: { logAnalytics: [{ name: 'workspace', workspaceResourceId: workspace.id }] }
    dataFlows: [
      {
        streams: ['Microsoft-Table-AppServiceHTTPLogs']
        destinations: ['workspace']
        transformKql: 'source | project-away Cookie'
      }
    ]
  }
}

module ruled 'workspace-rule.bicep' = {
  name: 'workspace-rule'
  dependsOn: [workspace::tables, insights]
  params: {
    location: location
    tags: tags
    name: workspaceName
    settings: ofWorkspace
    ruleId: withoutCookies.id
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: insightsName
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: !byAddress
    // The address of who asks is a fact about a person.
    DisableIpMasking: false
  }
}

resource backOfficeTells 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, backOffice.id, roles.monitoringMetricsPublisher)
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
    principalId: backOffice.principalId
    principalType: 'ServicePrincipal'
  }
}

output workspaceId string = workspace.id
output insightsId string = insights.id
output connectionString string = insights.properties.ConnectionString
