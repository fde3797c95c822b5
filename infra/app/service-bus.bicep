// The namespace and its queues. Duplicate detection can be set when a queue is made, and never later.

@description('Name of the namespace.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Premium has private endpoints; Standard is for development.')
@allowed(['Standard', 'Premium'])
param sku string

@description('Messaging units of Premium.')
param capacity int = 1

@description('The queues: name, lockDuration, maxDeliveryCount, duplicateDetectionWindow, timeToLive.')
param queues array

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string = ''

@description('Private DNS zone; empty without a private network.')
param zoneId string = ''

@description('Deny deleting the namespace.')
param lock bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource bus 'Microsoft.ServiceBus/namespaces@2026-01-01' = {
  name: name
  location: location
  tags: tags
  sku: sku == 'Premium' ? { name: 'Premium', tier: 'Premium', capacity: capacity } : { name: 'Standard', tier: 'Standard' }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    zoneRedundant: sku == 'Premium'
  }
}

// Rule sets of the network exist with Premium only. Event Grid comes in as a trusted service.
resource rules 'Microsoft.ServiceBus/namespaces/networkRuleSets@2026-01-01' = if (sku == 'Premium') {
  parent: bus
  name: 'default'
  properties: {
    defaultAction: privateNetwork ? 'Deny' : 'Allow'
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    trustedServiceAccessEnabled: true
    ipRules: []
    virtualNetworkRules: []
  }
}

@batchSize(1)
resource busQueues 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' = [for queue in queues: {
  parent: bus
  name: queue.name
  properties: {
    lockDuration: queue.lockDuration
    maxDeliveryCount: queue.maxDeliveryCount
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: queue.duplicateDetectionWindow
    defaultMessageTimeToLive: queue.timeToLive
    deadLetteringOnMessageExpiration: true
    requiresSession: false
    maxSizeInMegabytes: 5120
  }
}]

resource deleteLock 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'no-delete'
  scope: bus
  properties: { level: 'CanNotDelete', notes: 'Holds work under way.' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: bus
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
    serviceId: bus.id
    groupId: 'namespace'
    zoneIds: [zoneId]
  }
}

output id string = bus.id
output name string = bus.name
output fullyQualifiedNamespace string = '${bus.name}.servicebus.windows.net'
