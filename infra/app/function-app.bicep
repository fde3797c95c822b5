// A function app on Flex Consumption. The one project is deployed as two apps; each has the other's functions off.

@description('Name of the service in azure.yaml.')
param serviceName string

@description('Name of the app.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The app\'s identity.')
param identityId string

@description('Client id of the app\'s identity.')
param identityClientId string

@description('The account for packages and the host\'s own state.')
param hostAccountName string

@description('Container of the packages in it.')
param packageContainer string

@description('Application Insights.')
param insightsName string

@description('What the app\'s code asks for: setting and value.')
param settings object

@description('Functions of the project that are off in this app.')
param disabledFunctions array

@description('Memory of an instance, in megabytes.')
@allowed([512, 2048, 4096])
param instanceMemoryMB int

@description('Instances at most: what the queues may cost at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int

@description('Instances that are always there, for HTTP.')
param alwaysReady int

@description('Spread over zones.')
param zoneRedundant bool

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnet of the app; empty without a private network.')
param appSubnetId string = ''

@description('Subnet for private endpoints; empty without a private network.')
param endpointsSubnetId string = ''

@description('Private DNS zone; empty without a private network.')
param zoneId string = ''

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

resource host 'Microsoft.Storage/storageAccounts@2025-08-01' existing = {
  name: hostAccountName
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insightsName
}

var hostSettings = {
  AzureWebJobsStorage__blobServiceUri: host.properties.primaryEndpoints.blob
  AzureWebJobsStorage__queueServiceUri: host.properties.primaryEndpoints.queue
  AzureWebJobsStorage__tableServiceUri: host.properties.primaryEndpoints.table
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
}

var namedSettings = [for setting in items(union(hostSettings, settings)): {
  name: setting.key
  value: setting.value
}]

var disabledSettings = [for function in disabledFunctions: {
  name: 'AzureWebJobs.${function}.Disabled'
  value: 'true'
}]

resource plan 'Microsoft.Web/serverfarms@2025-03-01' = {
  name: 'plan-${name}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true, zoneRedundant: zoneRedundant }
}

resource app 'Microsoft.Web/sites@2025-03-01' = {
  name: name
  location: location
  tags: union(tags, { 'azd-service-name': serviceName })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientCertEnabled: false
    publicNetworkAccess: privateNetwork ? 'Disabled' : 'Enabled'
    virtualNetworkSubnetId: privateNetwork ? appSubnetId : null
    outboundVnetRouting: privateNetwork ? { allTraffic: true } : null
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${host.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReady > 0 ? [{ name: 'http', instanceCount: alwaysReady }] : []
      }
    }
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: concat(namedSettings, disabledSettings)
    }
  }
}

resource noFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'ftp'
  properties: { allow: false }
}

resource noScm 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2025-03-01' = {
  parent: app
  name: 'scm'
  properties: { allow: false }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
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
    serviceId: app.id
    groupId: 'sites'
    zoneIds: [zoneId]
  }
}

output name string = app.name
output uri string = 'https://${app.properties.defaultHostName}'
