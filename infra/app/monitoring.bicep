// Where logs and measurements go. Both take Entra identities only; addresses are masked.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Days that logs stay searchable.')
@minValue(30)
param retentionDays int

@description('Days that logs are kept in all, behind the searchable ones.')
param archiveDays int

@description('Gigabytes a day after which nothing more is taken; -1: no cap.')
param dailyCapGb int

@description('No public network: by the monitor scope only (monitor-scope.bicep).')
param privateNetwork bool

@description('Deny deleting the workspace.')
param lock bool

@description('Addresses that alerts are mailed to.')
param alertEmails array

var archivedTables = ['AzureDiagnostics', 'StorageBlobLogs', 'AppTraces']
var network = privateNetwork ? 'Disabled' : 'Enabled'

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: 'log-${suffix}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: retentionDays
    features: { disableLocalAuth: true, enableLogAccessUsingOnlyResourcePermissions: true }
    workspaceCapping: { dailyQuotaGb: dailyCapGb }
    publicNetworkAccessForIngestion: network
    publicNetworkAccessForQuery: network
  }
}

resource archive 'Microsoft.OperationalInsights/workspaces/tables@2025-07-01' = [for table in archivedTables: {
  parent: workspace
  name: table
  properties: { retentionInDays: retentionDays, totalRetentionInDays: archiveDays }
}]

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
    DisableIpMasking: false
    publicNetworkAccessForIngestion: network
    publicNetworkAccessForQuery: network
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'kpr'
    enabled: true
    emailReceivers: [for (address, i) in alertEmails: {
      name: 'mail-${i}'
      emailAddress: address
      useCommonAlertSchema: true
    }]
  }
}

resource deleteLock 'Microsoft.Authorization/locks@2020-05-01' = if (lock) {
  name: 'no-delete'
  scope: workspace
  properties: { level: 'CanNotDelete', notes: 'Holds the access logs.' }
}

resource workspaceDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: workspace
  properties: {
    workspaceId: workspace.id
    logs: [{ categoryGroup: 'audit', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

output workspaceId string = workspace.id
output workspaceName string = workspace.name
output insightsName string = insights.name
output insightsId string = insights.id
output actionGroupId string = people.id
