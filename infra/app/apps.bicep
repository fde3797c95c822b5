// The four apps of the one project: intake, applications, preparation and persons, each with its own identity, rights and settings,
// and with the others' functions off.

@description('Ending of every name.')
param suffix string

@description('Region.')
param location string

@description('Tags of every resource.')
param tags object

@description('names.json.')
param names object

@description('Names of the storage accounts by their part in the system.')
param accountNames object

@description('Names of the hosts\' accounts by app.')
param hostNames object

@description('Container of the packages in a host\'s account.')
param packages string

@description('The namespace.')
param serviceBusName string

@description('Address of the namespace.')
param fullyQualifiedNamespace string

@description('Application Insights.')
param insightsName string

@description('The vault of the platform\'s keys.')
param vaultName string

@description('Address of that vault.')
param vaultUri string

@description('The key that the register\'s keys are wrapped with.')
param sealingKey string

@description('Whose identity numbers are judged: Test or Production.')
param rulesEnvironment string

@description('Whose tokens are taken by the interface of applications; empty: nobody gets in.')
param issuers object

@description('Where orchestrations are kept: storage or scheduler.')
param durableBackend string

@description('How notices go out by e-mail: endpoint, from, mailbox, caseAddress; all empty for none.')
param mail object

@description('Address of the access point that invoices go to; empty: what is issued waits.')
param accessPoint string

@description('The webhook door is open.')
param webhookDoor bool

@description('Instances of the intake at most.')
param intakeInstances int

@description('Spread over zones.')
param zoneRedundant bool

@description('No public network: private endpoints only.')
param privateNetwork bool

@description('Subnets; empty without a private network.')
param intakeSubnetId string
param applicationsSubnetId string
param preparationSubnetId string
param personsSubnetId string
param endpointsSubnetId string

@description('Private DNS zones; empty without a private network.')
param appZoneId string
param schedulerZoneId string

@description('The Log Analytics workspace for diagnostics.')
param workspaceId string

module intakeIdentity 'identity.bicep' = {
  name: 'intake-identity'
  params: {
    name: 'id-kpr-intake-${suffix}'
    location: location
    tags: tags
  }
}

module applicationsIdentity 'identity.bicep' = {
  name: 'applications-identity'
  params: {
    name: 'id-kpr-applications-${suffix}'
    location: location
    tags: tags
  }
}

module preparationIdentity 'identity.bicep' = {
  name: 'preparation-identity'
  params: {
    name: 'id-kpr-preparation-${suffix}'
    location: location
    tags: tags
  }
}

module personsIdentity 'identity.bicep' = {
  name: 'persons-identity'
  params: {
    name: 'id-kpr-persons-${suffix}'
    location: location
    tags: tags
  }
}

// Rights before apps: an app that starts without them fails, and some of them take minutes to be known everywhere.
module intakeRights 'rights.bicep' = {
  name: 'intake-rights'
  params: {
    principalId: intakeIdentity.outputs.principalId
    app: names.apps.intake
    accountNames: accountNames
    serviceBusName: serviceBusName
    hostAccountName: hostNames.intake
    insightsName: insightsName
    vaultName: vaultName
    keyName: sealingKey
  }
}

module applicationsRights 'rights.bicep' = {
  name: 'applications-rights'
  params: {
    principalId: applicationsIdentity.outputs.principalId
    app: names.apps.applications
    accountNames: accountNames
    serviceBusName: serviceBusName
    hostAccountName: hostNames.applications
    insightsName: insightsName
  }
}

module preparationRights 'rights.bicep' = {
  name: 'preparation-rights'
  params: {
    principalId: preparationIdentity.outputs.principalId
    app: names.apps.preparation
    accountNames: accountNames
    serviceBusName: serviceBusName
    hostAccountName: hostNames.preparation
    insightsName: insightsName
    vaultName: vaultName
    keyName: sealingKey
  }
}

module personsRights 'rights.bicep' = {
  name: 'persons-rights'
  params: {
    principalId: personsIdentity.outputs.principalId
    app: names.apps.persons
    accountNames: accountNames
    serviceBusName: serviceBusName
    hostAccountName: hostNames.persons
    insightsName: insightsName
    vaultName: vaultName
    keyName: sealingKey
  }
}

module scheduler 'durable-scheduler.bicep' = if (durableBackend == 'scheduler') {
  name: 'scheduler'
  params: {
    name: 'dts-kpr-${suffix}'
    location: location
    tags: tags
    hubs: [
      { name: 'kpr', principalId: applicationsIdentity.outputs.principalId }
      { name: 'preparation', principalId: preparationIdentity.outputs.principalId }
    ]
    sku: zoneRedundant ? 'Dedicated' : 'Consumption'
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneId: schedulerZoneId
    workspaceId: workspaceId
  }
}

module intakeSettings 'settings.bicep' = {
  name: 'intake-settings'
  params: {
    appName: 'intake'
    clientId: intakeIdentity.outputs.clientId
    connections: names.apps.intake.connections
    hearsBlobs: contains(names.apps.intake.functions, 'BlobArrived')
    vaultUri: vaultUri
    vaultKey: sealingKey
    usesBus: !empty(names.apps.intake.receives) || !empty(names.apps.intake.sends)
    accountNames: accountNames
    fullyQualifiedNamespace: fullyQualifiedNamespace
    rulesEnvironment: rulesEnvironment
  }
}

module applicationsSettings 'settings.bicep' = {
  name: 'applications-settings'
  params: {
    appName: 'applications'
    clientId: applicationsIdentity.outputs.clientId
    connections: names.apps.applications.connections
    usesBus: !empty(names.apps.applications.receives) || !empty(names.apps.applications.sends)
    accountNames: accountNames
    fullyQualifiedNamespace: fullyQualifiedNamespace
    rulesEnvironment: rulesEnvironment
    mailEndpoint: mail.endpoint
    mailFrom: mail.from
    mailbox: mail.mailbox
    caseAddress: mail.caseAddress
    accessPoint: accessPoint
    issuers: issuers
    schedulerEndpoint: durableBackend == 'scheduler' ? scheduler!.outputs.endpoint : ''
    taskHubName: durableBackend == 'scheduler' ? 'kpr' : ''
  }
}

module preparationSettings 'settings.bicep' = {
  name: 'preparation-settings'
  params: {
    appName: 'preparation'
    clientId: preparationIdentity.outputs.clientId
    connections: names.apps.preparation.connections
    vaultUri: vaultUri
    vaultKey: sealingKey
    usesBus: !empty(names.apps.preparation.receives) || !empty(names.apps.preparation.sends)
    accountNames: accountNames
    fullyQualifiedNamespace: fullyQualifiedNamespace
    rulesEnvironment: rulesEnvironment
    schedulerEndpoint: durableBackend == 'scheduler' ? scheduler!.outputs.endpoint : ''
    taskHubName: durableBackend == 'scheduler' ? 'preparation' : ''
  }
}

module personsSettings 'settings.bicep' = {
  name: 'persons-settings'
  params: {
    appName: 'persons'
    clientId: personsIdentity.outputs.clientId
    connections: names.apps.persons.connections
    vaultUri: vaultUri
    vaultKey: sealingKey
    usesBus: !empty(names.apps.persons.receives) || !empty(names.apps.persons.sends)
    accountNames: accountNames
    fullyQualifiedNamespace: fullyQualifiedNamespace
    rulesEnvironment: rulesEnvironment
  }
}

module intake 'function-app.bicep' = {
  name: 'intake'
  params: {
    serviceName: 'intake'
    name: 'func-kpr-intake-${suffix}'
    location: location
    tags: tags
    identityId: intakeIdentity.outputs.id
    identityClientId: intakeIdentity.outputs.clientId
    hostAccountName: hostNames.intake
    packageContainer: packages
    insightsName: insightsName
    settings: intakeSettings.outputs.values
    disabledFunctions: concat(names.apps.applications.functions, names.apps.preparation.functions, names.apps.persons.functions, webhookDoor ? [] : ['BlobArrived'])
    instanceMemoryMB: 2048
    maximumInstanceCount: intakeInstances
    alwaysReady: 0
    zoneRedundant: zoneRedundant
    privateNetwork: privateNetwork
    appSubnetId: intakeSubnetId
    endpointsSubnetId: endpointsSubnetId
    zoneId: appZoneId
    workspaceId: workspaceId
  }
  dependsOn: [intakeRights]
}

module applications 'function-app.bicep' = {
  name: 'applications'
  params: {
    serviceName: 'applications'
    name: 'func-kpr-applications-${suffix}'
    location: location
    tags: tags
    identityId: applicationsIdentity.outputs.id
    identityClientId: applicationsIdentity.outputs.clientId
    hostAccountName: hostNames.applications
    packageContainer: packages
    insightsName: insightsName
    settings: applicationsSettings.outputs.values
    disabledFunctions: concat(names.apps.intake.functions, names.apps.preparation.functions, names.apps.persons.functions)
    instanceMemoryMB: 2048
    maximumInstanceCount: 10
    alwaysReady: zoneRedundant ? 1 : 0
    zoneRedundant: zoneRedundant
    privateNetwork: privateNetwork
    appSubnetId: applicationsSubnetId
    endpointsSubnetId: endpointsSubnetId
    zoneId: appZoneId
    workspaceId: workspaceId
  }
  dependsOn: [applicationsRights]
}

// Each step of a table is a part of the register: several are counted at once, each in memory of its own.
module preparation 'function-app.bicep' = {
  name: 'preparation'
  params: {
    serviceName: 'preparation'
    name: 'func-kpr-preparation-${suffix}'
    location: location
    tags: tags
    identityId: preparationIdentity.outputs.id
    identityClientId: preparationIdentity.outputs.clientId
    hostAccountName: hostNames.preparation
    packageContainer: packages
    insightsName: insightsName
    settings: preparationSettings.outputs.values
    disabledFunctions: concat(names.apps.intake.functions, names.apps.applications.functions, names.apps.persons.functions)
    instanceMemoryMB: 2048
    maximumInstanceCount: 10
    alwaysReady: 0
    zoneRedundant: zoneRedundant
    privateNetwork: privateNetwork
    appSubnetId: preparationSubnetId
    endpointsSubnetId: endpointsSubnetId
    zoneId: appZoneId
    workspaceId: workspaceId
  }
  dependsOn: [preparationRights]
}

// One instance at a time is enough: what it does, it does seldom, and it takes its time.
module persons 'function-app.bicep' = {
  name: 'persons'
  params: {
    serviceName: 'persons'
    name: 'func-kpr-persons-${suffix}'
    location: location
    tags: tags
    identityId: personsIdentity.outputs.id
    identityClientId: personsIdentity.outputs.clientId
    hostAccountName: hostNames.persons
    packageContainer: packages
    insightsName: insightsName
    settings: personsSettings.outputs.values
    disabledFunctions: concat(names.apps.intake.functions, names.apps.applications.functions, names.apps.preparation.functions)
    instanceMemoryMB: 2048
    maximumInstanceCount: 1
    alwaysReady: 0
    zoneRedundant: zoneRedundant
    privateNetwork: privateNetwork
    appSubnetId: personsSubnetId
    endpointsSubnetId: endpointsSubnetId
    zoneId: appZoneId
    workspaceId: workspaceId
  }
  dependsOn: [personsRights]
}

output intakeName string = intake.outputs.name
output intakeUri string = intake.outputs.uri
output intakeHostName string = '${intake.outputs.name}.azurewebsites.net'
output applicationsName string = applications.outputs.name
output applicationsUri string = applications.outputs.uri
output preparationName string = preparation.outputs.name
output preparationUri string = preparation.outputs.uri
output personsName string = persons.outputs.name
output personsUri string = persons.outputs.uri
