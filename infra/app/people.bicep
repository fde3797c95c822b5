// What people may do: groups that Entra's privileged identity management fills for hours, empty by default.

@description('Group that reads receipts, quarantine and logs in an incident; empty: none.')
param operatorsGroupId string

@description('Group that looks after keys; empty: none.')
param keyKeepersGroupId string

@description('The landing account.')
param landingAccountName string

@description('The workspace.')
param workspaceName string

@description('The vaults.')
param vaultNames array

var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var logReader = '73c42c96-874c-492b-b04d-ab87d138a893'
var cryptoOfficer = '14b46e9e-c2b7-41b4-b07b-48a6ebf60603'

resource receipts 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  name: '${landingAccountName}/default/receipts'
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource vaults 'Microsoft.KeyVault/vaults@2026-02-01' existing = [for vault in vaultNames: {
  name: vault
}]

resource mayReadReceipts 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(receipts.id, operatorsGroupId, blobReader)
  scope: receipts
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobReader)
  }
}

resource mayReadLogs 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorsGroupId)) {
  name: guid(workspace.id, operatorsGroupId, logReader)
  scope: workspace
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', logReader)
  }
}

resource mayKeepKeys 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (vault, i) in vaultNames: if (!empty(keyKeepersGroupId)) {
  name: guid(vaults[i].id, keyKeepersGroupId, cryptoOfficer)
  scope: vaults[i]
  properties: {
    principalId: keyKeepersGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', cryptoOfficer)
  }
}]
