// The Durable Task Scheduler, where the orchestrations are chosen to be kept there and not in Azure Storage.

@description('Name of the scheduler.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The task hubs: name, and principalId of the identity that works with it. An app has one to itself.')
param hubs array

@description('Consumption or Dedicated.')
@allowed(['Consumption', 'Dedicated'])
param sku string

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string = ''

@description('Private DNS zone; empty without a private network.')
param zoneId string = ''

@description('Days that the history of a finished orchestration is kept. The truth of a case is in its events, not here.')
param retentionDays int = 30

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

var contributorRole = '0ad04412-c4d5-4796-b79c-f76d14c8d402'

resource scheduler 'Microsoft.DurableTask/schedulers@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    // The list is required, and an empty one lets nobody in; with a private network nobody public shall be.
    ipAllowlist: privateNetwork ? [] : ['0.0.0.0/0']
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    sku: sku == 'Dedicated' ? { name: 'Dedicated', capacity: 1 } : { name: 'Consumption' }
  }
}

resource taskHubs 'Microsoft.DurableTask/schedulers/taskHubs@2026-02-01' = [for hub in hubs: {
  parent: scheduler
  name: hub.name
  properties: {}
}]

resource retention 'Microsoft.DurableTask/schedulers/retentionPolicies@2026-02-01' = {
  parent: scheduler
  name: 'default'
  properties: {
    retentionPolicies: [
      { retentionPeriodInDays: retentionDays, orchestrationState: 'Completed' }
      { retentionPeriodInDays: retentionDays, orchestrationState: 'Terminated' }
    ]
  }
}

resource mayWork 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (hub, i) in hubs: {
  name: guid(taskHubs[i].id, hub.principalId, contributorRole)
  scope: taskHubs[i]
  properties: {
    principalId: hub.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributorRole)
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: scheduler
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

module endpoint 'private-endpoint.bicep' = if (privateNetwork) {
  name: 'pe-${name}'
  params: {
    name: 'pe-${name}'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: scheduler.id
    groupId: 'scheduler'
    zoneIds: [zoneId]
  }
}

output endpoint string = scheduler.properties.endpoint
