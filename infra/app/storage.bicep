// The storage accounts of the system. Each part has an account of its own, so that a right to one is no right to
// another: what lands, the register without identity, identity, deliveries, the audit log, cases, and a host's account
// for each app.

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Names of the accounts by their part in the system.')
param accountNames object

@description('Names of the hosts\' accounts by app.')
param hostNames object

@description('Containers and tables by account, from names.json.')
param accounts object

@description('Container, beside those of the code, for events that Event Grid could not deliver.')
param eventDeadLetters string

@description('Container of the packages in a host\'s account.')
param packages string

@description('Replication. Zone-redundant stays in the region and the country.')
param sku string

@description('Scan uploads for malware.')
param scanForMalware bool

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string

@description('Private DNS zones by service.')
param zoneIds object

@description('Deny deleting the accounts.')
param lock bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

// No delivery outlives its link by much.
var deliveryRules = [for container in accounts.delivery.containers: { prefix: '${container}/', days: 90 }]

module landing 'storage-account.bicep' = {
  name: 'landing'
  params: {
    name: accountNames.landing
    location: location
    tags: tags
    sku: sku
    containers: concat(accounts.landing.containers, [eventDeadLetters])
    tables: accounts.landing.tables
    // The blob trigger keeps its poison messages beside the blobs.
    usesQueues: true
    deleteAfter: [
      { prefix: 'work/', days: 30 }
      { prefix: 'incoming/', days: 60 }
      { prefix: 'archive/', days: 90 }
      { prefix: 'quarantine/', days: 180 }
      { prefix: '${eventDeadLetters}/', days: 30 }
      { prefix: 'receipts/', days: 1095 }
    ]
    scanForMalware: scanForMalware
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module register 'storage-account.bicep' = {
  name: 'register'
  params: {
    name: accountNames.register
    location: location
    tags: tags
    sku: sku
    containers: accounts.register.containers
    tables: accounts.register.tables
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module identity 'storage-account.bicep' = {
  name: 'identity'
  params: {
    name: accountNames.identity
    location: location
    tags: tags
    sku: sku
    containers: accounts.identity.containers
    tables: accounts.identity.tables
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module delivery 'storage-account.bicep' = {
  name: 'delivery'
  params: {
    name: accountNames.delivery
    location: location
    tags: tags
    sku: sku
    containers: accounts.delivery.containers
    tables: accounts.delivery.tables
    deleteAfter: deliveryRules
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module audit 'storage-account.bicep' = {
  name: 'audit'
  params: {
    name: accountNames.audit
    location: location
    tags: tags
    sku: sku
    containers: accounts.audit.containers
    tables: accounts.audit.tables
    immutableContainers: accounts.audit.containers
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module cases 'storage-account.bicep' = {
  name: 'cases'
  params: {
    name: accountNames.cases
    location: location
    tags: tags
    sku: sku
    containers: accounts.cases.containers
    tables: accounts.cases.tables
    // Attachments come from outside.
    scanForMalware: scanForMalware
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}

module hosts 'storage-account.bicep' = [for host in items(hostNames): {
  name: 'host-${host.key}'
  params: {
    name: host.value
    location: location
    tags: tags
    sku: sku
    containers: [packages]
    usesQueues: true
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: zoneIds
    lock: lock
    workspaceId: workspaceId
  }
}]
