// Two vaults: a project's secret must be erasable within days, a key of the platform must not.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The key that the register\'s keys are wrapped with.')
param sealingKey string

@description('Keys in hardware, kept 90 days after deletion, and a lock.')
param isProduction bool

@description('Deleted keys cannot be purged before their time.')
param purgeProtection bool

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string

@description('Private DNS zone; empty without a private network.')
param zoneId string

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

module platform 'key-vault.bicep' = {
  name: 'platform-vault'
  params: {
    name: 'kv-kpr-p-${suffix}'
    location: location
    tags: tags
    keys: [sealingKey]
    hardware: isProduction
    softDeleteDays: isProduction ? 90 : 7
    purgeProtection: purgeProtection
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneId: zoneId
    lock: isProduction
    workspaceId: workspaceId
  }
}

module project 'key-vault.bicep' = {
  name: 'project-vault'
  params: {
    name: 'kv-kpr-d-${suffix}'
    location: location
    tags: tags
    keys: []
    hardware: isProduction
    softDeleteDays: 7
    purgeProtection: purgeProtection
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneId: zoneId
    lock: isProduction
    workspaceId: workspaceId
  }
}

output platformName string = platform.outputs.name
output platformUri string = platform.outputs.uri
output names array = [platform.outputs.name, project.outputs.name]
output ids array = [platform.outputs.id, project.outputs.id]
