// A key vault with its keys. Roles, not access policies; nobody but the identities in rights.bicep gets in.

@description('Name of the vault, at most 24 letters.')
@maxLength(24)
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Keys that wrap and unwrap others; made once and rotated each year.')
param keys array

@description('Keys in hardware.')
param hardware bool

@description('Days for which a deleted key can be brought back.')
@minValue(7)
@maxValue(90)
param softDeleteDays int

@description('Deleted keys cannot be purged before their time. Off in development alone, so that azd down leaves nothing.')
param purgeProtection bool

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string = ''

@description('Private DNS zone; empty without a private network.')
param zoneId string = ''

@description('Deny deleting the vault.')
param lock bool

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource vault 'Microsoft.KeyVault/vaults@2026-02-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: hardware ? 'premium' : 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: softDeleteDays
    // The service takes true or nothing.
    enablePurgeProtection: purgeProtection ? true : null
    enabledForDeployment: false
    enabledForDiskEncryption: false
    enabledForTemplateDeployment: false
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: privateNetwork ? 'Deny' : 'Allow'
      ipRules: []
      virtualNetworkRules: []
    }
  }
}

resource vaultKeys 'Microsoft.KeyVault/vaults/keys@2026-02-01' = [for key in keys: {
  parent: vault
  name: key
  tags: tags
  properties: {
    kty: hardware ? 'RSA-HSM' : 'RSA'
    keySize: 3072
    keyOps: ['wrapKey', 'unwrapKey']
    attributes: { enabled: true, exportable: false }
    rotationPolicy: {
      attributes: { expiryTime: 'P2Y' }
      lifetimeActions: [
        { trigger: { timeAfterCreate: 'P1Y' }, action: { type: 'rotate' } }
        { trigger: { timeBeforeExpiry: 'P60D' }, action: { type: 'notify' } }
      ]
    }
  }
}]

resource deleteLock 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'no-delete'
  scope: vault
  properties: { level: 'CanNotDelete', notes: 'Without its keys the register cannot be read.' }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: vault
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
    serviceId: vault.id
    groupId: 'vault'
    zoneIds: [zoneId]
  }
}

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
