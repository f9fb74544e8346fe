// Who is called when. Why these: each is something that no retry mends and that a resident would otherwise notice first. They read the figures that the programs give or, where
// there is no collector, the lines that say the same, and for the engine the lines of the Durable extension. A test compares figures and lines with the programs.
// `lasts` is what goes on being told while the trouble lasts, so that its end is known. What is told once is never called resolved when its line grows old: somebody looks, and closes it.

param location string
param tags object
param name string
param workspaceId string
param botId string
@description('Who is written to; empty: alarms are shown in the portal only.')
param emails string[]
@description('Tasks past their limit in an hour that are an alarm; every one is told to the superiors by the product itself.')
@minValue(1)
param redAnHour int
@description('Figures of our own arrive only through the collector; without it, the lines are read.')
param withFigures bool

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'OneVisit'
    enabled: true
    emailReceivers: [for (email, i) in emails: { name: 'person-${i}', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var ofFigures = [
  {
    name: 'notices-put-aside'
    lasts: true
    text: 'Messages to people were put aside after five tries: somebody was not told. See the runbook "Poison messages".'
    severity: 1
    minutes: 15
    query: 'AppMetrics | where Name == "onevisit.notices.poison" | summarize arg_max(TimeGenerated, Sum) by AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'cases-red'
    lasts: false
    text: 'More tasks than usual are past their limit. The superiors were told; see which office on /statistics.'
    severity: 2
    minutes: 60
    query: 'AppMetrics | where Name == "onevisit.cases.red" | summarize Late = sum(Sum) | where Late >= ${redAnHour}'
    over: 0
  }
  {
    name: 'sharing-platform-down'
    lasts: true
    text: 'Half of the look-ups at the sharing platform are not answered. Cases go on, officers see "not known"; call the platform.'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where Name == "onevisit.sharing.answers" | extend Answer = tostring(Properties.answer) | summarize Asked = sum(Sum), Unknown = sumif(Sum, Answer == "unknown") | where Asked >= 10 and Unknown * 2 > Asked'
    over: 0
  }
  {
    name: 'facts-refused'
    lasts: false
    text: 'The sharing platform refused what it was told of a case. It lies aside, and that person\'s later facts wait: /api/sharing/outbox.'
    severity: 2
    minutes: 60
    query: 'AppMetrics | where Name == "onevisit.sharing.facts" | where tostring(Properties.answer) == "Refused" | summarize Refused = sum(Sum) | where Refused > 0'
    over: 0
  }
  {
    name: 'catalogue-unreadable'
    lasts: true
    text: 'A version of the catalogue or of the directory that is or will be in force cannot be read. The last good one goes on; publish a mended one.'
    severity: 1
    minutes: 30
    query: 'AppMetrics | where Name in ("onevisit.catalogue.troubles", "onevisit.directory.troubles") | summarize arg_max(TimeGenerated, Sum) by Name, AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'journals-changed'
    lasts: true
    text: 'Journals are not as they were written: somebody changed them by hand. GET /api/audit names them; see the runbook "Journals changed".'
    severity: 0
    minutes: 60
    query: 'AppMetrics | where Name == "onevisit.audit.findings" | summarize arg_max(TimeGenerated, Sum) by AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'uploads-waiting'
    lasts: true
    text: 'Files of residents wait in quarantine because the virus scanner does not look at them. Nothing is lost and nobody sees them; see that clamd runs (README, "Virus scanner").'
    severity: 2
    minutes: 15
    query: 'AppMetrics | where Name == "onevisit.uploads.waiting" | summarize arg_max(TimeGenerated, Sum) by AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'keys-stalled'
    lasts: true
    text: 'Two days after the sealing key or the look-up key was changed, something is still under an older one that is written anew by itself. GET /api/keys says how much; the lines of RotateKeys say why.'
    severity: 2
    minutes: 60
    query: 'AppMetrics | where Name in ("onevisit.keys.stalled", "onevisit.lookups.stalled") | summarize arg_max(TimeGenerated, Sum) by Name, AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'keys-still'
    lasts: true
    text: 'For two hours a pass over the keys has broken off wherever it was taken up: nothing is wrapped or written anew, and whether an older key is still needed is not known. /safekeeping/keys says since when; the lines of RotateKeys say why.'
    severity: 2
    minutes: 60
    query: 'AppMetrics | where Name == "onevisit.keys.still" | summarize arg_max(TimeGenerated, Sum) by tostring(Properties.pass), AppRoleName | where Sum > 0'
    over: 0
  }
  {
    name: 'values-in-full'
    lasts: false
    text: 'Somebody of the staff asked for names or numbers in full more often than is usual. The line names them; ask what for, and compare with the journals.'
    severity: 1
    minutes: 15
    query: 'AppMetrics | where Name == "onevisit.reveals.unusual" | summarize Often = sum(Sum) | where Often > 0'
    over: 0
  }
]

// The same without figures.
var inTheirPlace = [
  {
    name: 'notices-put-aside'
    lasts: false
    text: 'Messages to people were put aside after five tries: somebody was not told. See the runbook "Poison messages".'
    severity: 1
    minutes: 15
    query: 'AppServiceConsoleLogs | where ResultDescription has "notices are put aside and wait for a person"'
    over: 0
  }
  {
    name: 'cases-red'
    lasts: false
    text: 'More tasks than usual are past their limit. The superiors were told; see which office on /statistics.'
    severity: 2
    minutes: 60
    query: 'AppTraces | where Message has "is past its limit and told to"'
    over: redAnHour - 1
  }
  {
    name: 'sharing-platform-down'
    lasts: true
    text: 'Ten look-ups at the sharing platform were not answered in a quarter of an hour. Cases go on, officers see "not known"; call the platform.'
    severity: 2
    minutes: 15
    query: 'AppTraces | where Message has "was not answered"'
    over: 9
  }
  {
    name: 'facts-refused'
    lasts: false
    text: 'The sharing platform refused what it was told of a case. It lies aside, and that person\'s later facts wait: /api/sharing/outbox.'
    severity: 2
    minutes: 60
    query: 'AppTraces | where Message has "It lies aside until somebody looks"'
    over: 0
  }
  {
    name: 'catalogue-unreadable'
    lasts: false
    text: 'A version of the catalogue or of the directory that is or will be in force cannot be read. The last good one goes on; publish a mended one.'
    severity: 1
    minutes: 30
    query: 'union (AppTraces | where Message has "cannot be used; the last good one stays in force"), (AppServiceConsoleLogs | where ResultDescription has "cannot be used; the last good one stays in force")'
    over: 0
  }
  {
    name: 'journals-changed'
    lasts: false
    text: 'Journals are not as they were written: somebody changed them by hand. GET /api/audit names them; see the runbook "Journals changed".'
    severity: 0
    minutes: 60
    query: 'AppTraces | where Message has "is not as it was written, from entry"'
    over: 0
  }
  {
    name: 'uploads-waiting'
    lasts: true
    text: 'Files of residents wait in quarantine because the virus scanner does not look at them. Nothing is lost and nobody sees them; see that clamd runs (README, "Virus scanner").'
    severity: 2
    minutes: 15
    query: 'AppTraces | where Message has "A file waits in quarantine: the virus scanner did not look at it"'
    over: 0
  }
  {
    name: 'keys-stalled'
    lasts: true
    text: 'Two days after the sealing key or the look-up key was changed, something is still under an older one that is written anew by itself. GET /api/keys says how much; the lines of RotateKeys say why.'
    severity: 2
    minutes: 60
    query: 'AppTraces | where Message has "The rotation of the sealing keys stands still" or Message has "The change of the look-up key stands still"'
    over: 0
  }
  {
    name: 'keys-still'
    lasts: true
    text: 'For two hours a pass over the keys has broken off wherever it was taken up: nothing is wrapped or written anew, and whether an older key is still needed is not known. /safekeeping/keys says since when; the lines of RotateKeys say why.'
    severity: 2
    minutes: 60
    query: 'AppTraces | where Message has "has not come on since"'
    over: 0
  }
  {
    name: 'values-in-full'
    lasts: false
    text: 'Somebody of the staff asked for names or numbers in full more often than is usual. The line names them; ask what for, and compare with the journals.'
    severity: 1
    minutes: 15
    query: 'AppTraces | where Message has "asked for values in full"'
    over: 0
  }
]

var ofLines = [
  {
    name: 'journals-unchecked'
    lasts: true
    text: 'For some hours the journals could not be checked and anchored. The line says why; see the runbook "Journals unchecked".'
    severity: 1
    minutes: 1440
    query: 'AppTraces | where Message has "The journals could not be checked and anchored"'
    over: 2
  }
  {
    name: 'a-number-in-a-log'
    lasts: false
    text: 'A line, a trace or an exception was about to tell somebody\'s ID or telephone number; it was masked. Find the line and mend what writes it.'
    severity: 2
    minutes: 60
    query: 'union (AppTraces | where Message has "A number was masked in this line"), (AppServiceConsoleLogs | where ResultDescription has "A number was masked in this line")'
    over: 0
  }
  {
    name: 'erasing-failed'
    lasts: false
    text: 'Something whose time is over could not be erased. The next night tries it again; see /api/retention.'
    severity: 2
    minutes: 1440
    query: 'AppTraces | where Message has "could not be erased"'
    over: 0
  }
  {
    name: 'orchestrations-failed'
    lasts: true
    text: 'The process of a case failed. The reconciliation starts it anew from the journal within five minutes; more than one an hour is a bug.'
    severity: 1
    minutes: 60
    query: 'AppTraces | where tostring(Properties.Category) == "Host.Triggers.DurableTask" | where tostring(Properties.prop__functionType) == "Orchestrator" and tostring(Properties.prop__state) == "Failed"'
    over: 1
  }
  {
    name: 'back-office-breaks'
    lasts: true
    text: 'The back office answers with errors of its own.'
    severity: 1
    minutes: 15
    query: 'AppRequests | where toint(ResultCode) >= 500 | where Url has "/api/"'
    over: 5
  }
  {
    // What is down says nothing: this one rings when nothing is heard. It also tells when the workspace takes no more today, or the host's lines do not arrive at all.
    name: 'back-office-silent'
    lasts: true
    text: 'Nothing was heard of the back office for a quarter of an hour, in which the round over the open cases runs three times. It is down, or what it tells does not arrive; see the runbook "Back office silent".'
    severity: 0
    minutes: 15
    query: 'AppRequests | where Name == "ReconcileCases" | summarize Rounds = count() | where Rounds == 0'
    over: 0
  }
]

var rules = concat(withFigures ? ofFigures : inTheirPlace, ofLines)

func windowOf(minutes int) string => minutes == 1440 ? 'P1D' : minutes == 60 ? 'PT1H' : 'PT${minutes}M'

resource alarms 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: 'onevisit-${rule.name}'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: rule.name
    description: rule.text
    enabled: true
    severity: rule.severity
    scopes: [workspaceId]
    evaluationFrequency: rule.minutes == 1440 ? 'PT1H' : rule.minutes == 60 ? 'PT15M' : 'PT5M'
    windowSize: windowOf(rule.minutes)
    autoMitigate: rule.lasts
    // One letter for a line that is seen in several looks.
    ...(rule.lasts ? {} : { muteActionsDuration: windowOf(rule.minutes) })
    // The tables are there with the first line, not before.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: rule.over
          failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
        }
      ]
    }
    actions: { actionGroups: [people.id] }
  }
}]

resource botUnwell 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'onevisit-bot-unwell'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot does not say that it is well (/health): it cannot reach its storage, or does not run. Residents see an apology and the telephone number.'
    enabled: true
    severity: 0
    scopes: [botId]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    autoMitigate: true
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'well'
          metricName: 'HealthCheckStatus'
          timeAggregation: 'Average'
          operator: 'LessThan'
          threshold: 60
        }
      ]
    }
    actions: [{ actionGroupId: people.id }]
  }
}
