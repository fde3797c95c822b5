// What wakes somebody up. The queries are files of their own in infra/queries, and are saved in the workspace too.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The workspace that is asked.')
param workspaceName string

@description('The namespace whose dead letters count.')
param serviceBusId string

@description('The vaults whose refusals count.')
param vaultIds array

@description('Who is told.')
param actionGroupId string

// Add a query: a file in infra/queries, a line here. threshold: more rows than this wake somebody; -1: saved only.
var queries = [
  { name: 'dead-letters', title: 'Dead letters waiting, with their age', text: loadTextContent('../queries/dead-letters.kql'), severity: 1, every: 'PT15M', window: 'P1D', threshold: 0 }
  { name: 'oldest-file', title: 'A file without receipt for two hours', text: loadTextContent('../queries/oldest-file.kql'), severity: 2, every: 'PT15M', window: 'P2D', threshold: 0 }
  { name: 'given-up', title: 'A file that was given up', text: loadTextContent('../queries/given-up.kql'), severity: 1, every: 'PT15M', window: 'P1D', threshold: 0 }
  { name: 'failed-orchestrations', title: 'Failed orchestrations', text: loadTextContent('../queries/failed-orchestrations.kql'), severity: 2, every: 'PT15M', window: 'PT1H', threshold: 0 }
  { name: 'slow-requests', title: 'Requests slower than they should be', text: loadTextContent('../queries/slow-requests.kql'), severity: 3, every: 'PT15M', window: 'PT1H', threshold: 0 }
  { name: 'failures', title: 'Functions that fail', text: loadTextContent('../queries/failures.kql'), severity: 2, every: 'PT15M', window: 'PT1H', threshold: 10 }
  { name: 'unwrap-rate', title: 'Unwrapping of keys far above the usual', text: loadTextContent('../queries/unwrap-rate.kql'), severity: 1, every: 'PT1H', window: 'P2D', threshold: 0 }
  { name: 'storage-refusals', title: 'Storage refuses somebody', text: loadTextContent('../queries/storage-refusals.kql'), severity: 2, every: 'PT1H', window: 'PT1H', threshold: 20 }
  { name: 'vault-refused', title: 'Key Vault refuses the app', text: loadTextContent('../queries/vault-refused.kql'), severity: 1, every: 'PT15M', window: 'PT1H', threshold: 0 }
  { name: 'near-expiry', title: 'A key near its expiry', text: loadTextContent('../queries/near-expiry.kql'), severity: 2, every: 'P1D', window: 'P1D', threshold: 0 }
  { name: 'no-municipal-file', title: 'No municipal file for a day', text: loadTextContent('../queries/no-municipal-file.kql'), severity: 3, every: 'P1D', window: 'P1D', threshold: 0 }
  { name: 'files-by-state', title: 'Files by outcome', text: loadTextContent('../queries/files-by-state.kql'), severity: 4, every: 'P1D', window: 'P1D', threshold: -1 }
  { name: 'stuck-and-driven-on', title: 'Files that were stuck', text: loadTextContent('../queries/stuck-and-driven-on.kql'), severity: 4, every: 'P1D', window: 'P1D', threshold: -1 }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' existing = {
  name: workspaceName
}

resource saved 'Microsoft.OperationalInsights/workspaces/savedSearches@2025-07-01' = [for query in queries: {
  parent: workspace
  name: query.name
  properties: {
    category: 'KPR'
    displayName: query.title
    query: query.text
    version: 2
  }
}]

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for query in queries: if (query.threshold >= 0) {
  name: 'alert-${query.name}-${suffix}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'KPR: ${query.title}'
    severity: query.severity
    enabled: true
    evaluationFrequency: query.every
    windowSize: query.window
    scopes: [workspace.id]
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: query.text
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: query.threshold
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [actionGroupId] }
  }
}]

resource deadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-dead-letter-count-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages lie among the dead letters of a queue.'
    severity: 1
    enabled: true
    scopes: [serviceBusId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead-letters'
          metricName: 'DeadletteredMessages'
          dimensions: [{ name: 'EntityName', operator: 'Include', values: ['*'] }]
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Maximum'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}

resource vaultRefusals 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (vault, i) in vaultIds: {
  name: 'alert-vault-refusals-${i}-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    description: 'The vault answers 429: more operations than it takes.'
    severity: 2
    enabled: true
    scopes: [vault]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'refusals'
          metricName: 'ServiceApiResult'
          dimensions: [{ name: 'StatusCode', operator: 'Include', values: ['429'] }]
          operator: 'GreaterThan'
          threshold: 0
          timeAggregation: 'Count'
        }
      ]
    }
    actions: [{ actionGroupId: actionGroupId }]
  }
}]
