// An OpenTelemetry collector. Why: the product speaks OTLP, the language of all such tools, and Application Insights does not. It stands inside the network, takes from nobody
// else, strips addresses of people (collector.yaml) and can be pointed at another system without touching a program. Left out, alarms go by the programs' lines.

param location string
param tags object
param name string
@description('With its version; from a registry that this cloud reaches.')
param image string
param subnetId string
param networkId string
@description('Not a secret: it lets send, not read.')
param connectionString string
param workspaceId string

resource surroundings 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: true }
    // Through a diagnostic setting, since the other way takes the workspace's key.
    appLogsConfiguration: { destination: 'azure-monitor' }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
  }
}

resource collector 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    environmentId: surroundings.id
    configuration: {
      activeRevisionsMode: 'Single'
      // "External" to its surroundings, which are inside the network.
      ingress: { external: true, targetPort: 4317, transport: 'http2', allowInsecure: false }
    }
    template: {
      containers: [
        {
          name: 'collector'
          image: image
          args: ['--config=env:COLLECTOR_CONFIG']
          env: [
            { name: 'COLLECTOR_CONFIG', value: loadTextContent('../collector.yaml') }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: connectionString }
          ]
          resources: { cpu: json('0.25'), memory: '0.5Gi' }
        }
      ]
      // One is enough, and it must not sleep: figures are sent once a minute.
      scale: { minReplicas: 1, maxReplicas: 1 }
    }
  }
}

module names 'collector-name.bicep' = {
  name: 'collector-name'
  params: {
    tags: tags
    linkName: name
    domain: surroundings.properties.defaultDomain
    address: surroundings.properties.staticIp
    networkId: networkId
  }
}

resource log 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: surroundings
  name: 'lines'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'ContainerAppConsoleLogs', enabled: true }]
  }
}

output endpoint string = 'https://${collector.properties.configuration.ingress.fqdn}'
