// For one person or a team, with synthetic data: no private network, the cheapest of everything.
using '../main.bicep'

param environmentName = 'dev'
param location = 'norwayeast'
param profile = 'dev'
