// Upload rights of senders: each may put files under its own number, in any feed, and read its own receipts;
// nothing else, and nobody else's (docs/adr/0012-upload-rights.md).

@description('Senders with an identity of their own: sender (municipality or organisation number), principalId, principalType.')
param senders array

@description('The feeds: first part of every address.')
param feeds array

@description('The account where files land.')
param landingAccountName string

@description('The container where files land.')
param incomingContainer string

@description('The container of the answers.')
param receiptsContainer string

var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
var blobReader = '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1'
var blobActions = 'Microsoft.Storage/storageAccounts/blobServices/containers/blobs'

// Feeds are named one by one: a wildcard in their place would also match another sender's folder.
var paths = [for feed in feeds: '@Resource[${blobActions}:path] StringLike \'${feed}/{sender}/*\'']
var prefixes = [for feed in feeds: '@Request[${blobActions}:prefix] StringLike \'${feed}/{sender}/*\'']
var ownPath = '(${join(paths, ' OR ')})'
var ownPrefix = '(${join(prefixes, ' OR ')})'

var isUpload = '(ActionMatches{\'${blobActions}/write\'} OR ActionMatches{\'${blobActions}/add/action\'})'
var isOther = '(!(ActionMatches{\'${blobActions}/write\'}) AND !(ActionMatches{\'${blobActions}/add/action\'}) AND !(ActionMatches{\'${blobActions}/read\'}) AND !(ActionMatches{\'${blobActions}/delete\'}))'
var isList = '(ActionMatches{\'${blobActions}/read\'} AND SubOperationMatches{\'Blob.List\'})'
var isRead = '(ActionMatches{\'${blobActions}/read\'} AND NOT SubOperationMatches{\'Blob.List\'})'
var mayUploadOwn = '(${isOther} OR (${isUpload} AND ${ownPath}))'
var mayReadOwn = '((!${isRead} OR ${ownPath}) AND (!${isList} OR ${ownPrefix}))'

resource incoming 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  name: '${landingAccountName}/default/${incomingContainer}'
}

resource receipts 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  name: '${landingAccountName}/default/${receiptsContainer}'
}

// Azure takes one assignment for an identity, a role and a scope: an identity is one sender's, not several'.
resource mayUpload 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for sender in senders: {
  name: guid(incoming.id, sender.principalId, blobContributor)
  scope: incoming
  properties: {
    description: 'Sender ${sender.sender} uploads its own files.'
    principalId: sender.principalId
    principalType: sender.principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
    condition: replace(mayUploadOwn, '{sender}', sender.sender)
    conditionVersion: '2.0'
  }
}]

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for sender in senders: {
  name: guid(receipts.id, sender.principalId, blobReader)
  scope: receipts
  properties: {
    description: 'Sender ${sender.sender} reads its own receipts.'
    principalId: sender.principalId
    principalType: sender.principalType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobReader)
    condition: replace(mayReadOwn, '{sender}', sender.sender)
    conditionVersion: '2.0'
  }
}]
