// The closed network of the private profile: one subnet for each app (delegated to Flex Consumption), one for
// private endpoints, a rule set on each, and the private DNS zones of every service that has an endpoint.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Address space of the virtual network; a /24 is enough.')
param addressPrefix string

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

@description('Application Insights, reached through the scope of the monitor.')
param insightsId string

var subnets = [
  { name: 'intake', prefix: cidrSubnet(addressPrefix, 26, 0), delegated: true }
  { name: 'applications', prefix: cidrSubnet(addressPrefix, 26, 1), delegated: true }
  { name: 'endpoints', prefix: cidrSubnet(addressPrefix, 26, 2), delegated: false }
  { name: 'persons', prefix: cidrSubnet(addressPrefix, 26, 3), delegated: true }
  { name: 'preparation', prefix: cidrSubnet(addressPrefix, 26, 4), delegated: true }
]

// In the order in which they are asked for below.
var zoneNames = [
  'privatelink.blob.${environment().suffixes.storage}'
  'privatelink.queue.${environment().suffixes.storage}'
  'privatelink.table.${environment().suffixes.storage}'
  'privatelink.servicebus.windows.net'
  'privatelink.vaultcore.azure.net'
  'privatelink.azurewebsites.net'
  'privatelink.durabletask.io'
  'privatelink.monitor.azure.com'
  'privatelink.oms.opinsights.azure.com'
  'privatelink.ods.opinsights.azure.com'
  'privatelink.agentsvc.azure-automation.net'
]

resource rules 'Microsoft.Network/networkSecurityGroups@2025-05-01' = [for subnet in subnets: {
  name: 'nsg-${subnet.name}-${suffix}'
  location: location
  tags: tags
  properties: {
    securityRules: [
      {
        name: 'DenyInboundFromInternet'
        properties: {
          priority: 4000
          direction: 'Inbound'
          access: 'Deny'
          protocol: '*'
          sourceAddressPrefix: 'Internet'
          sourcePortRange: '*'
          destinationAddressPrefix: '*'
          destinationPortRange: '*'
        }
      }
    ]
  }
}]

resource rulesDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = [for (subnet, i) in subnets: {
  name: 'to-workspace'
  scope: rules[i]
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
  }
}]

resource network 'Microsoft.Network/virtualNetworks@2025-05-01' = {
  name: 'vnet-${suffix}'
  location: location
  tags: tags
  properties: {
    addressSpace: { addressPrefixes: [addressPrefix] }
    subnets: [for (subnet, i) in subnets: {
      name: subnet.name
      properties: {
        addressPrefix: subnet.prefix
        networkSecurityGroup: { id: rules[i].id }
        privateEndpointNetworkPolicies: 'Enabled'
        defaultOutboundAccess: false
        delegations: subnet.delegated ? [{ name: 'flex', properties: { serviceName: 'Microsoft.App/environments' } }] : []
        // The app must reach its own management endpoint when it scales in; without this the step times out.
        serviceEndpoints: subnet.delegated ? [{ service: 'Microsoft.Web' }] : []
      }
    }]
  }
}

resource networkDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: network
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource zones 'Microsoft.Network/privateDnsZones@2024-06-01' = [for zone in zoneNames: {
  name: zone
  location: 'global'
  tags: tags
}]

resource links 'Microsoft.Network/privateDnsZones/virtualNetworkLinks@2024-06-01' = [for (zone, i) in zoneNames: {
  parent: zones[i]
  name: 'vnet-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    registrationEnabled: false
    virtualNetwork: { id: network.id }
  }
}]

module monitorScope 'monitor-scope.bicep' = {
  name: 'monitor-scope'
  params: {
    suffix: suffix
    location: location
    tags: tags
    workspaceId: workspaceId
    insightsId: insightsId
    endpointsSubnetId: '${network.id}/subnets/endpoints'
    zoneIds: [zones[7].id, zones[8].id, zones[9].id, zones[10].id, zones[0].id]
  }
}

output intakeSubnetId string = '${network.id}/subnets/intake'
output applicationsSubnetId string = '${network.id}/subnets/applications'
output preparationSubnetId string = '${network.id}/subnets/preparation'
output personsSubnetId string = '${network.id}/subnets/persons'
output endpointsSubnetId string = '${network.id}/subnets/endpoints'
output storageZoneIds object = {
  blob: zones[0].id
  queue: zones[1].id
  table: zones[2].id
}
output serviceBusZoneId string = zones[3].id
output vaultZoneId string = zones[4].id
output appZoneId string = zones[5].id
output schedulerZoneId string = zones[6].id
