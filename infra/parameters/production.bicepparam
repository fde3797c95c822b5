// The register. Fill in the groups, the addresses and the senders in a copy that only operations can read.
using '../main.bicep'

param environmentName = 'production'
param location = 'norwayeast'
param profile = 'production'
param privateNetwork = true
param durableBackend = 'storage'
param owner = 'helseregister'
param alertEmails = []
param operatorsGroupId = ''
param keyKeepersGroupId = ''
param senders = []
