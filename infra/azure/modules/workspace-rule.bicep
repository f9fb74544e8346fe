// Tells the workspace which rule its lines go through before they are kept. Why a module of its own: the rule names the workspace and the workspace the rule, so that one of the two
// has to be made a second time.

param location string
param tags object
param name string
@description('As it was made.')
param settings object
param ruleId string

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  tags: tags
  properties: union(settings, { defaultDataCollectionRuleResourceId: ruleId })
}
