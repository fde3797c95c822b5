// KPR Functions on Azure: one resource group with everything in it.
//
// Names of queues, containers, tables, functions and rights come from names.json alone; tests/Kpr.Infra.Tests holds
// it to the code and says which line is missing. To add a queue, container, table or function: add it in the code,
// run the tests, put the line they ask for into names.json.

targetScope = 'subscription'

@description('Name of the azd environment; names and tags follow from it.')
@minLength(2)
@maxLength(32)
param environmentName string

@description('Region. Norway only: the data do not leave the country.')
@allowed(['norwayeast', 'norwaywest'])
param location string

@description('What the environment is for; everything below has its default from it.')
@allowed(['dev', 'test', 'production'])
param profile string = 'dev'

@description('Private endpoints and virtual network, and no public network at all: one switch.')
param privateNetwork bool = profile == 'production'

@description('Where orchestrations are kept: Azure Storage, or the Durable Task Scheduler.')
@allowed(['storage', 'scheduler'])
param durableBackend string = 'storage'

@description('The webhook door of the blob trigger, beside the queue. For development; impossible with a private network.')
param webhookDoor bool = false

@description('Key of the intake app for the webhook; empty: no webhook subscription.')
@secure()
param webhookKey string = ''

@description('Addresses that alerts and the budget are mailed to.')
param alertEmails array = []

@description('What the group may cost a month, in the currency of the subscription.')
param budgetAmount int = profile == 'production' ? 20000 : 2000

@description('First month of the budget, yyyy-MM-01.')
param budgetStart string = '2027-01-01'

@description('Who owns the environment; a tag.')
param owner string = 'kpr'

@description('Entra group of operators; empty: nobody.')
param operatorsGroupId string = ''

@description('Entra group that looks after keys; empty: nobody.')
param keyKeepersGroupId string = ''

@description('Senders with identities of their own: sender, principalId, principalType.')
param senders array = []

@description('Whose tokens are taken: applicantsAuthority and applicantsAudience (ID-porten), staffAuthority and staffAudience (Entra ID). Empty: nobody gets in.')
param issuers object = {}

@description('Address space of the virtual network.')
param addressPrefix string = '10.60.0.0/23'

@description('How notices go out by e-mail: an Azure Communication Services with a domain, in which the applications\' identity may send. Empty: none do.')
param mail object = { endpoint: '', from: '', mailbox: '', caseAddress: '' }

@description('Address of the access point that invoices go to over HTTPS. Empty: what is issued waits.')
param accessPoint string = ''

@description('Instances of the intake at most.')
param intakeInstances int = profile == 'production' ? 40 : 4

var names = loadJsonContent('names.json')
var isProduction = profile == 'production'
var suffix = uniqueString(subscription().id, environmentName, location)
var eventDeadLetters = 'undelivered-events'
var packages = 'packages'

var tags = {
  'azd-env-name': environmentName
  environment: profile
  service: 'kpr'
  owner: owner
  'data-class': isProduction ? 'health-data' : 'synthetic'
}

var accountNames = {
  landing: 'kprlanding${suffix}'
  register: 'kprregister${suffix}'
  identity: 'kpridentity${suffix}'
  delivery: 'kprdelivery${suffix}'
  audit: 'kpraudit${suffix}'
  cases: 'kprcases${suffix}'
}
var hostNames = {
  intake: 'kprhostint${suffix}'
  applications: 'kprhostapp${suffix}'
  preparation: 'kprhostpre${suffix}'
  persons: 'kprhostper${suffix}'
}
// The default of the code's own setting.
var sealingKey = 'kpr'

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-kpr-${environmentName}'
  location: location
  tags: tags
}

module monitoring 'app/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    retentionDays: isProduction ? 90 : 30
    archiveDays: isProduction ? 2556 : 30
    dailyCapGb: isProduction ? -1 : 1
    privateNetwork: privateNetwork
    lock: isProduction
    alertEmails: alertEmails
  }
}

module network 'app/network.bicep' = if (privateNetwork) {
  name: 'network'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    addressPrefix: addressPrefix
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
  }
}

var endpointsSubnetId = privateNetwork ? network!.outputs.endpointsSubnetId : ''
var storageZoneIds = privateNetwork ? network!.outputs.storageZoneIds : {}

module storage 'app/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    location: location
    tags: tags
    accountNames: accountNames
    hostNames: hostNames
    accounts: names.accounts
    eventDeadLetters: eventDeadLetters
    packages: packages
    sku: isProduction ? 'Standard_ZRS' : 'Standard_LRS'
    scanForMalware: isProduction
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneIds: storageZoneIds
    lock: isProduction
    workspaceId: monitoring.outputs.workspaceId
  }
}

module serviceBus 'app/service-bus.bicep' = {
  name: 'service-bus'
  scope: group
  params: {
    name: 'sb-kpr-${suffix}'
    location: location
    tags: tags
    sku: privateNetwork ? 'Premium' : 'Standard'
    queues: names.queues
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneId: privateNetwork ? network!.outputs.serviceBusZoneId : ''
    lock: isProduction
    workspaceId: monitoring.outputs.workspaceId
  }
}

module vaults 'app/vaults.bicep' = {
  name: 'vaults'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    sealingKey: sealingKey
    isProduction: isProduction
    purgeProtection: profile != 'dev'
    privateNetwork: privateNetwork
    endpointsSubnetId: endpointsSubnetId
    zoneId: privateNetwork ? network!.outputs.vaultZoneId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
}

module apps 'app/apps.bicep' = {
  name: 'apps'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    names: names
    accountNames: accountNames
    hostNames: hostNames
    packages: packages
    serviceBusName: serviceBus.outputs.name
    fullyQualifiedNamespace: serviceBus.outputs.fullyQualifiedNamespace
    insightsName: monitoring.outputs.insightsName
    vaultName: vaults.outputs.platformName
    vaultUri: vaults.outputs.platformUri
    sealingKey: sealingKey
    rulesEnvironment: isProduction ? 'Production' : 'Test'
    issuers: issuers
    durableBackend: durableBackend
    webhookDoor: webhookDoor && !privateNetwork
    mail: mail
    accessPoint: accessPoint
    intakeInstances: intakeInstances
    zoneRedundant: isProduction
    privateNetwork: privateNetwork
    intakeSubnetId: privateNetwork ? network!.outputs.intakeSubnetId : ''
    applicationsSubnetId: privateNetwork ? network!.outputs.applicationsSubnetId : ''
    preparationSubnetId: privateNetwork ? network!.outputs.preparationSubnetId : ''
    personsSubnetId: privateNetwork ? network!.outputs.personsSubnetId : ''
    endpointsSubnetId: endpointsSubnetId
    appZoneId: privateNetwork ? network!.outputs.appZoneId : ''
    schedulerZoneId: privateNetwork ? network!.outputs.schedulerZoneId : ''
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [storage]
}

module eventGrid 'app/event-grid.bicep' = {
  name: 'event-grid'
  scope: group
  params: {
    name: 'evgt-kpr-landing-${suffix}'
    location: location
    tags: tags
    landingAccountName: accountNames.landing
    incomingContainer: 'incoming'
    deadLetterContainer: eventDeadLetters
    serviceBusName: serviceBus.outputs.name
    queueName: 'file-arrived'
    intakeHostName: apps.outputs.intakeHostName
    webhookDoor: webhookDoor && !privateNetwork
    webhookKey: webhookKey
    workspaceId: monitoring.outputs.workspaceId
  }
  dependsOn: [storage]
}

module uploadRights 'app/senders.bicep' = {
  name: 'senders'
  scope: group
  params: {
    senders: senders
    feeds: names.feeds
    landingAccountName: accountNames.landing
    incomingContainer: 'incoming'
    receiptsContainer: 'receipts'
  }
  dependsOn: [storage]
}

module people 'app/people.bicep' = {
  name: 'people'
  scope: group
  params: {
    operatorsGroupId: operatorsGroupId
    keyKeepersGroupId: keyKeepersGroupId
    landingAccountName: accountNames.landing
    workspaceName: monitoring.outputs.workspaceName
    vaultNames: vaults.outputs.names
  }
  dependsOn: [storage]
}

module alerts 'app/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    suffix: suffix
    location: location
    tags: tags
    workspaceName: monitoring.outputs.workspaceName
    serviceBusId: serviceBus.outputs.id
    vaultIds: vaults.outputs.ids
    actionGroupId: monitoring.outputs.actionGroupId
  }
}

module budget 'app/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    name: 'budget-kpr-${environmentName}'
    amount: budgetAmount
    startDate: budgetStart
    actionGroupId: monitoring.outputs.actionGroupId
    emails: alertEmails
  }
}

// For azd, the hooks and people. Nothing here is a secret.
output AZURE_LOCATION string = location
output AZURE_TENANT_ID string = tenant().tenantId
output AZURE_RESOURCE_GROUP string = group.name
output KPR_PROFILE string = profile
output KPR_PRIVATE_NETWORK bool = privateNetwork
output SERVICE_INTAKE_NAME string = apps.outputs.intakeName
output SERVICE_INTAKE_URI string = apps.outputs.intakeUri
output SERVICE_APPLICATIONS_NAME string = apps.outputs.applicationsName
output SERVICE_APPLICATIONS_URI string = apps.outputs.applicationsUri
output SERVICE_PREPARATION_NAME string = apps.outputs.preparationName
output SERVICE_PREPARATION_URI string = apps.outputs.preparationUri
output SERVICE_PERSONS_NAME string = apps.outputs.personsName
output SERVICE_PERSONS_URI string = apps.outputs.personsUri
output KPR_LANDING_ENDPOINT string = 'https://${accountNames.landing}.blob.${environment().suffixes.storage}'
output KPR_SERVICE_BUS string = serviceBus.outputs.fullyQualifiedNamespace
output KPR_PLATFORM_VAULT string = vaults.outputs.platformName
