// A storage account with its containers, tables and rules. Shared keys are off: only identities get in.

@description('Name of the account, 3 to 24 small letters and digits.')
@minLength(3)
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Replication.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GZRS'])
param sku string

@description('Containers to make.')
param containers array = []

@description('Tables to make.')
param tables array = []

@description('Queues are used in this account.')
param usesQueues bool = false

@description('Days for which deleted blobs and containers can be brought back; at most 7, so that erasure takes effect. 0: none.')
@minValue(0)
@maxValue(7)
param softDeleteDays int = 7

@description('Rules of deletion: prefix (container and beginning of the name) and days since the last change.')
param deleteAfter array = []

@description('Containers where nothing can be changed or deleted for so many days, but append blobs grow. Empty: none.')
param immutableContainers array = []

@description('Days that immutable containers keep what they have.')
param immutableDays int = 3650

@description('Scan uploads for malware.')
param scanForMalware bool = false

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string = ''

@description('Private DNS zones by service: blob, queue, table; empty without a private network.')
param zoneIds object = {}

@description('Deny deleting the account.')
param lock bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

var services = concat(['blob'], empty(tables) && !usesQueues ? [] : ['table'], usesQueues ? ['queue'] : [])

resource account 'Microsoft.Storage/storageAccounts@2025-08-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowedCopyScope: 'AAD'
    defaultToOAuthAuthentication: true
    isLocalUserEnabled: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    encryption: {
      keySource: 'Microsoft.Storage'
      requireInfrastructureEncryption: true
      services: {
        blob: { enabled: true, keyType: 'Account' }
        file: { enabled: true, keyType: 'Account' }
        queue: { enabled: true, keyType: 'Account' }
        table: { enabled: true, keyType: 'Account' }
      }
    }
    networkAcls: {
      // Event Grid delivers dead letters as a trusted service; nothing else is let past the rules.
      bypass: 'AzureServices'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: []
      virtualNetworkRules: []
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-08-01' = {
  parent: account
  name: 'default'
  properties: {
    // No versions: a person's data that are erased must be gone, and manifests keep their own history.
    isVersioningEnabled: false
    changeFeed: { enabled: false }
    deleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
    containerDeleteRetentionPolicy: softDeleteDays > 0 ? { enabled: true, days: softDeleteDays } : { enabled: false }
  }
}

resource blobContainers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' = [for container in containers: {
  parent: blobs
  name: container
  properties: { publicAccess: 'None' }
}]

resource immutability 'Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies@2025-08-01' = [for container in immutableContainers: {
  name: '${name}/default/${container}/default'
  properties: {
    // Unlocked until the service is live; locking is a step of the operations guide, since it cannot be undone.
    immutabilityPeriodSinceCreationInDays: immutableDays
    allowProtectedAppendWrites: true
  }
  dependsOn: [blobContainers]
}]

resource queues 'Microsoft.Storage/storageAccounts/queueServices@2025-08-01' = if (usesQueues) {
  parent: account
  name: 'default'
}

resource tableService 'Microsoft.Storage/storageAccounts/tableServices@2025-08-01' = if (usesQueues || !empty(tables)) {
  parent: account
  name: 'default'
}

resource tableList 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' = [for table in tables: {
  parent: tableService
  name: table
}]

resource lifecycle 'Microsoft.Storage/storageAccounts/managementPolicies@2025-08-01' = if (!empty(deleteAfter)) {
  parent: account
  name: 'default'
  properties: {
    policy: {
      rules: [for rule in deleteAfter: {
        name: 'delete-${replace(rule.prefix, '/', '-')}'
        enabled: true
        type: 'Lifecycle'
        definition: {
          filters: { blobTypes: ['blockBlob'], prefixMatch: [rule.prefix] }
          actions: { baseBlob: { delete: { daysAfterModificationGreaterThan: rule.days } } }
        }
      }]
    }
  }
  dependsOn: [blobs]
}

resource defender 'Microsoft.Security/defenderForStorageSettings@2025-06-01' = if (scanForMalware) {
  name: 'current'
  scope: account
  properties: {
    isEnabled: true
    overrideSubscriptionLevelSettings: true
    malwareScanning: { onUpload: { isEnabled: true, capGBPerMonth: 5000 } }
    sensitiveDataDiscovery: { isEnabled: false }
  }
}

resource deleteLock 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'no-delete'
  scope: account
  properties: { level: 'CanNotDelete', notes: 'Holds data of the register.' }
}

resource accountDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: account
  properties: {
    workspaceId: workspaceId
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource blobDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: blobs
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource tableDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (usesQueues || !empty(tables)) {
  name: 'to-workspace'
  scope: tableService
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

resource queueDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (usesQueues) {
  name: 'to-workspace'
  scope: queues
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'Transaction', enabled: true }]
  }
}

module endpoints 'private-endpoint.bicep' = [for service in services: if (privateNetwork) {
  name: 'pe-${service}-${name}'
  params: {
    name: 'pe-${service}-${name}'
    location: location
    tags: tags
    subnetId: endpointsSubnetId
    serviceId: account.id
    groupId: service
    zoneIds: privateNetwork ? [zoneIds[service]] : []
  }
}]

output id string = account.id
output name string = account.name
