// Tells of new files: Event Grid, with an identity of its own, into the queue file-arrived. No webhook, no key.
// The second door, the webhook of the blob trigger, is for development without private endpoints and opens only
// when somebody hands over the app's key for it.

@description('Name of the system topic.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The account where files land.')
param landingAccountName string

@description('The container where files land.')
param incomingContainer string

@description('The container in the same account for events that could not be delivered.')
param deadLetterContainer string

@description('The namespace.')
param serviceBusName string

@description('The queue that is told.')
param queueName string

@description('Address of the intake app, for the webhook.')
param intakeHostName string

@description('The webhook door is open.')
param webhookDoor bool

@description('Key of the app for the blob extension; empty: no webhook subscription is made.')
@secure()
param webhookKey string = ''

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

var senderRole = '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
var blobContributorRole = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

var filter = {
  includedEventTypes: ['Microsoft.Storage.BlobCreated']
  subjectBeginsWith: '/blobServices/default/containers/${incomingContainer}/blobs/'
  enableAdvancedFilteringOnArrays: true
  advancedFilters: [
    // A block list that is still being written raises no event; these calls end one.
    { key: 'data.api', operatorType: 'StringIn', values: ['PutBlob', 'PutBlockList', 'CopyBlob', 'FlushWithClose'] }
    { key: 'data.contentLength', operatorType: 'NumberGreaterThan', value: 0 }
  ]
}

resource landing 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: landingAccountName
}

resource undelivered 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-08-01' existing = {
  name: '${landingAccountName}/default/${deadLetterContainer}'
}

resource queue 'Microsoft.ServiceBus/namespaces/queues@2026-01-01' existing = {
  name: '${serviceBusName}/${queueName}'
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: landing.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource maySend 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(queue.id, topic.id, senderRole)
  scope: queue
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', senderRole)
  }
}

resource mayKeepUndelivered 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(undelivered.id, topic.id, blobContributorRole)
  scope: undelivered
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributorRole)
  }
}

resource toQueue 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: 'to-queue'
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    filter: filter
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'ServiceBusQueue'
        properties: { resourceId: queue.id }
      }
    }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: landing.id, blobContainerName: deadLetterContainer }
      }
    }
  }
  dependsOn: [maySend, mayKeepUndelivered]
}

resource toWebhook 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = if (webhookDoor && !empty(webhookKey)) {
  parent: topic
  name: 'to-webhook'
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: filter
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    destination: {
      endpointType: 'WebHook'
      properties: {
        endpointUrl: 'https://${intakeHostName}/runtime/webhooks/blobs?functionName=Host.Functions.BlobArrived&code=${webhookKey}'
      }
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}
