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
// ID-porten for applicants; the tenant's own address in Entra ID for staff (https://login.microsoftonline.com/{tenant}/v2.0).
param issuers = {
  applicantsAuthority: ''
  applicantsAudience: ''
  staffAuthority: ''
  staffAudience: ''
}
