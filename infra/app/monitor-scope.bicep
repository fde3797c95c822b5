// The way to logs and measurements within a private network: a scope that names both, and its endpoint.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The workspace.')
param workspaceId string

@description('Application Insights.')
param insightsId string

@description('Subnet for private endpoints.')
param endpointsSubnetId string

@description('Private DNS zones of the monitor.')
param zoneIds array

resource monitorScope 'Microsoft.Insights/privateLinkScopes@2023-06-01-preview' = {
  name: 'ampls-${suffix}'
  location: 'global'
  tags: tags
  properties: { accessModeSettings: { ingestionAccessMode: 'PrivateOnly', queryAccessMode: 'PrivateOnly' } }
}

resource scopedWorkspace 'Microsoft.Insights/privateLinkScopes/scopedResources@2023-06-01-preview' = {
  parent: monitorScope
  name: 'workspace'
  properties: { linkedResourceId: workspaceId }
}

resource scopedInsights 'Microsoft.Insights/privateLinkScopes/scopedResources@2023-06-01-preview' = {
  parent: monitorScope
  name: 'insights'
  properties: { linkedResourceId: insightsId }
}

module endpoint 'private-endpoint.bicep' = {
  name: 'pe-monitor-${suffix}'
  params: {
    name: 'pe-monitor-${suffix}'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: monitorScope.id
    groupId: 'azuremonitor'
    zoneIds: zoneIds
  }
  dependsOn: [scopedWorkspace, scopedInsights]
}
