// Where senders try their files, with synthetic data. To rehearse production, set privateNetwork to true.
using '../main.bicep'

param environmentName = 'test'
param location = 'norwayeast'
param profile = 'test'
param budgetAmount = 4000
