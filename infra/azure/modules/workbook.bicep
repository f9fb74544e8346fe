// One page for who is on duty: what waits, what is late, what the registries answer, what the engine does. Why a workbook: it is a file in this folder, so that it changes with the
// figures it shows. Figures about cases are on the product's own page /statistics, where small numbers are hidden; none of them is here.

param location string
param tags object
param displayName string
param insightsId string
param workspaceId string
@description('Figures of our own arrive only through the collector; without it, the page counts the lines that say the same.')
param withFigures bool

resource workbook 'Microsoft.Insights/workbooks@2022-04-01' = {
  name: guid(resourceGroup().id, 'onevisit-on-duty')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: displayName
    category: 'workbook'
    sourceId: insightsId
    version: '1.0'
    serializedData: replace(withFigures ? loadTextContent('../workbook.json') : loadTextContent('../workbook.lines.json'), '{workspace}', workspaceId)
  }
}
