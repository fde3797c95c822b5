// What the identity of one app may do: by container, table and queue, no wider. names.json says what the code
// needs; a test holds it to the code.

@description('The identity.')
param principalId string

@description('The app as names.json has it: receives, sends, containers, tables.')
param app object

@description('Names of the storage accounts by their part in the system.')
param accountNames object

@description('The namespace.')
param serviceBusName string

@description('The account for packages and the host\'s own state: the app has it to itself.')
param hostAccountName string

@description('Application Insights.')
param insightsName string

@description('The vault and the key that the app wraps and unwraps with; empty: none.')
param vaultName string = ''
param keyName string = ''

var blobOwner = 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var queueContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var tableReader = '76199698-9eea-4c19-bc75-cec21354c6b6'
var busReceiver = '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
var busSender = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
var metricsPublisher = '3913510d-42f4-4e42-8a64-420c390055eb'
var cryptoUser = '12338af0-0e69-4776-bea7-57ae8d297424'

// The built-in role is wider than most containers need: a condition takes away what the code does not do. The
// second half is never true, so an action named in the first is never allowed.
var blobActions = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'
var withoutRead = '!(ActionMatches{\'${blobActions}/read\'})'
var withoutReadButList = '!(ActionMatches{\'${blobActions}/read\'} AND NOT SubOperationMatches{\'Blob.List\'})'
var withoutDelete = '!(ActionMatches{\'${blobActions}/delete\'})'
var withoutWrite = '!(ActionMatches{\'${blobActions}/write\'}) AND !(ActionMatches{\'${blobActions}/add/action\'})'
var never = '@Resource[Microsoft.Storage/storageAccounts/blobServices/containers:name] StringEquals \'no-container-has-this-name\''
var conditions = {
  'read delete': '((${withoutWrite}) OR (${never}))'
  'read write': '((${withoutDelete}) OR (${never}))'
  write: '((${withoutRead} AND ${withoutDelete}) OR (${never}))'
  'write delete list': '((${withoutReadButList}) OR (${never}))'
  'write list': '((${withoutReadButList} AND ${withoutDelete}) OR (${never}))'
}

resource containers 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = [for container in app.containers: {
  name: '${accountNames[container.account]}/default/${container.name}'
}]

resource containerRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (container, i) in app.containers: {
  name: guid(containers[i].id, principalId, 'blobs')
  scope: containers[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', container.rights == 'read' ? blobReader : blobContributor)
    condition: contains(conditions, container.rights) ? conditions[container.rights] : null
    conditionVersion: contains(conditions, container.rights) ? '2.0' : null
  }
}]

resource tables 'Microsoft.Storage/storageAccounts/tableServices/tables@2025-08-01' existing = [for table in app.tables: {
  name: '${accountNames[table.account]}/default/${table.name}'
}]

resource tableRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (table, i) in app.tables: {
  name: guid(tables[i].id, principalId, 'table')
  scope: tables[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contains(table, 'rights') ? tableReader : tableContributor)
  }
}]

resource heard 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' existing = [for queue in app.receives: {
  name: '${serviceBusName}/${queue}'
}]

resource mayReceive 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (queue, i) in app.receives: {
  name: guid(heard[i].id, principalId, busReceiver)
  scope: heard[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', busReceiver)
  }
}]

resource told 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' existing = [for queue in app.sends: {
  name: '${serviceBusName}/${queue}'
}]

resource maySend 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (queue, i) in app.sends: {
  name: guid(told[i].id, principalId, busSender)
  scope: told[i]
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', busSender)
  }
}]

// The host keeps packages, leases, timers, poison messages and task hubs there; it holds nothing of the register.
var hostRoles = [blobOwner, queueContributor, tableContributor]

resource host 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostAccountName
}

resource hostRights 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in hostRoles: {
  name: guid(host.id, principalId, role)
  scope: host
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

resource mayPublish 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, metricsPublisher)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', metricsPublisher)
  }
}

resource key 'Microsoft.KeyVault/vaults/keys@2026-02-01' existing = if (!empty(keyName)) {
  name: '${vaultName}/${keyName}'
}

resource mayUnwrap 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(keyName)) {
  name: guid(key.id, principalId, cryptoUser)
  scope: key
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoUser)
  }
}
