// What the code asks for of settings, for one app: a connection for each account and the namespace, by identity.
// No resources: the settings come back as an output, so that a test can hold them to the code.

@description('The app: intake, applications, preparation or persons. The code checks at start that it has what this app needs.')
param appName string

@description('Client id of the app\'s identity.')
param clientId string

@description('Accounts that the app is connected to, by their part in the system.')
param connections array

@description('A blob trigger of the app listens on the landing account.')
param hearsBlobs bool = false

@description('The app sends or receives messages.')
param usesBus bool

@description('Names of the storage accounts by their part in the system.')
param accountNames object

@description('The namespace.')
param fullyQualifiedNamespace string

@description('Whose identity numbers are judged: Test or Production.')
@allowed(['Test', 'Production'])
param rulesEnvironment string

@description('Address of the vault whose key wraps the register\'s; empty: the app uses no keys.')
param vaultUri string = ''

@description('Name of that key.')
param vaultKey string = ''

@description('Address of Azure Communication Services that sends e-mail; empty: the app sends none, and notices by e-mail wait.')
param mailEndpoint string = ''

@description('Address that e-mail is from.')
param mailFrom string = ''

@description('Mailbox of parties without an address of their own.')
param mailbox string = ''

@description('Where people read on; the id of the case is put behind it.')
param caseAddress string = ''

@description('Address of the access point that invoices go to; empty: what is issued waits.')
param accessPoint string = ''

@description('Address of the Durable Task Scheduler; empty: orchestrations are kept in Azure Storage.')
param schedulerEndpoint string = ''

@description('The task hub.')
param taskHubName string = ''

@description('Whose tokens are taken: applicantsAuthority, applicantsAudience, staffAuthority, staffAudience. Empty: nobody gets in.')
param issuers object = {}

var storage = environment().suffixes.storage

// A connection has one setting for each part that the code opens; names are those of the Azure libraries.
var landingQueue = hearsBlobs ? {
  Landing__queueServiceUri: 'https://${accountNames.landing}.queue.${storage}'
} : {}

var landingTables = contains(connections, 'landing') ? {
  Landing__tableServiceUri: 'https://${accountNames.landing}.table.${storage}'
} : {}

var landing = contains(connections, 'landing') || contains(connections, 'landing-blobs') ? {
  Landing__blobServiceUri: 'https://${accountNames.landing}.blob.${storage}'
  Landing__credential: 'managedidentity'
  Landing__clientId: clientId
} : {}

var register = contains(connections, 'register') ? {
  Register__blobServiceUri: 'https://${accountNames.register}.blob.${storage}'
  Register__credential: 'managedidentity'
  Register__clientId: clientId
} : {}

var identity = contains(connections, 'identity') ? {
  Identity__blobServiceUri: 'https://${accountNames.identity}.blob.${storage}'
  Identity__credential: 'managedidentity'
  Identity__clientId: clientId
} : {}

var delivery = contains(connections, 'delivery') ? {
  Delivery__blobServiceUri: 'https://${accountNames.delivery}.blob.${storage}'
  Delivery__credential: 'managedidentity'
  Delivery__clientId: clientId
} : {}

var audit = contains(connections, 'audit') ? {
  Audit__blobServiceUri: 'https://${accountNames.audit}.blob.${storage}'
  Audit__credential: 'managedidentity'
  Audit__clientId: clientId
} : {}

var caseTables = contains(connections, 'cases') ? {
  Cases__tableServiceUri: 'https://${accountNames.cases}.table.${storage}'
} : {}

var cases = contains(connections, 'cases') || contains(connections, 'cases-blobs') ? {
  Cases__blobServiceUri: 'https://${accountNames.cases}.blob.${storage}'
  Cases__credential: 'managedidentity'
  Cases__clientId: clientId
} : {}

var bus = usesBus ? {
  ServiceBus__fullyQualifiedNamespace: fullyQualifiedNamespace
  ServiceBus__credential: 'managedidentity'
  ServiceBus__clientId: clientId
} : {}

var rules = {
  Kpr__App: appName
  Kpr__Rules__Environment: rulesEnvironment
}

var keys = empty(vaultUri) ? {} : {
  Kpr__Keys__VaultUri: vaultUri
  Kpr__Keys__VaultKey: vaultKey
  Kpr__Keys__ClientId: clientId
}

var notices = empty(mailEndpoint) ? {} : {
  Kpr__Notices__MailEndpoint: mailEndpoint
  Kpr__Notices__MailClientId: clientId
  Kpr__Notices__From: mailFrom
  Kpr__Notices__Mailbox: mailbox
  Kpr__Notices__CaseAddress: caseAddress
}

// Not a secret: an address, the kind of authentication and the identity's client id.
var scheduler = empty(schedulerEndpoint) ? {} : {
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DurableTaskScheduler'
  AzureFunctionsJobHost__extensions__durableTask__hubName: taskHubName
  DurableTaskScheduler: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${clientId}'
}

var billing = empty(accessPoint) ? {} : {
  Kpr__Billing__AccessPoint: accessPoint
}

var access = empty(issuers) ? {} : {
  Kpr__Access__ApplicantsAuthority: issuers.applicantsAuthority
  Kpr__Access__ApplicantsAudience: issuers.applicantsAudience
  Kpr__Access__StaffAuthority: issuers.staffAuthority
  Kpr__Access__StaffAudience: issuers.staffAudience
}

output values object = union(landing, landingTables, landingQueue, register, identity, delivery, audit, cases, caseTables, bus, rules, keys, notices, billing, scheduler, access)
