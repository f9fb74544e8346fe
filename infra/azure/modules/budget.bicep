// A bell for money. Why: a loop that asks storage a million times is noticed on the bill a month later otherwise. It stops nothing; an office whose program were switched off for
// money would miss its legal limits.

param name string
@description('In the currency of the subscription, a month.')
param amount int
@description('First day of a month, yyyy-MM-dd.')
param from string
param emails string[]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: { startDate: from }
    notifications: {
      half: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 50, thresholdType: 'Actual', contactEmails: emails }
      nearly: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 90, thresholdType: 'Actual', contactEmails: emails }
      foreseen: { enabled: true, operator: 'GreaterThanOrEqualTo', threshold: 110, thresholdType: 'Forecasted', contactEmails: emails }
    }
  }
}
