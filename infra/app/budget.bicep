// What the group may cost a month, and who is told before it does.

@description('Name of the budget.')
param name string

@description('A month, in the currency of the subscription.')
param amount int

@description('First day of the first month, yyyy-MM-01.')
param startDate string

@description('Who is told.')
param actionGroupId string

@description('Addresses that are told too.')
param emails array

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: startDate }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: emails, contactGroups: [actionGroupId] }
      most: { enabled: true, operator: 'GreaterThan', threshold: 80, thresholdType: 'Actual', contactEmails: emails, contactGroups: [actionGroupId] }
      all: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Actual', contactEmails: emails, contactGroups: [actionGroupId] }
      forecast: { enabled: true, operator: 'GreaterThan', threshold: 110, thresholdType: 'Forecasted', contactEmails: emails, contactGroups: [actionGroupId] }
    }
  }
}
