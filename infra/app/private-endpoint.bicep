// A private endpoint of one service, and its names in the private DNS zones.

@description('Name of the endpoint.')
param name string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('The subnet for endpoints.')
param subnetId string

@description('The service.')
param serviceId string

@description('Part of the service, for example blob.')
param groupId string

@description('The zones that the names go into.')
param zoneIds array

resource endpoint 'Microsoft.Network/privateEndpoints@2025-05-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    subnet: { id: subnetId }
    privateLinkServiceConnections: [
      {
        name: name
        properties: { privateLinkServiceId: serviceId, groupIds: [groupId] }
      }
    ]
  }
}

resource zones 'Microsoft.Network/privateEndpoints/privateDnsZoneGroups@2025-05-01' = {
  parent: endpoint
  name: 'default'
  properties: {
    privateDnsZoneConfigs: [for (zone, i) in zoneIds: {
      name: 'zone-${i}'
      properties: { privateDnsZoneId: zone }
    }]
  }
}
