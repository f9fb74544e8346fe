using Azure.Data.Tables;
using Azure.Storage.Queues;
using OneVisit.Domain.Cases;
using OneVisit.Storage;

namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>What stands in the books after a run, read past the host, and on the pages: whatever is not as it should be.</summary>
internal sealed class Books(CrashCity city, IReadOnlyList<Desk> desks, IReadOnlyList<Applicant> applicants)
{
    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken stop)
    {
        var findings = new List<string>(desks.SelectMany(desk => desk.Surprises));
        var (journal, projections) = (new CaseJournal(city.Storage), new CaseProjections(city.Storage));
        foreach (var applicant in applicants)
        {
            if (applicant.CaseIds.Count != 1) findings.Add($"One application, {applicant.CaseIds.Count} cases: {string.Join(", ", applicant.CaseIds)}");
            var read = await journal.ReadAsync(applicant.CaseId, stop);
            findings.AddRange(JournalOf(read).Select(what => $"{applicant.CaseId}: {what}"));
            if (await projections.FindAsync(applicant.CaseId, stop) is not { Finished: true } row || row.Version != read.Version)
                findings.Add($"{applicant.CaseId}: its projection is not of the last entry");
        }
        findings.AddRange(await LeftoversAsync(stop));
        findings.AddRange(await new Told(desks, applicants).ReadAsync(stop));
        return findings;
    }

    private static IEnumerable<string> JournalOf(JournalRead read)
    {
        if (read.Verify() is not ChainReading.Intact) yield return $"the chain is {read.Verify()}";
        foreach (var doubled in read.Entries.GroupBy(entry => Once(entry.Event)).Where(group => group.Count() > 1))
            yield return $"{doubled.Count()} times {doubled.Key}";
        string[] course = Acts.OutcomeOf(read.CaseId) == Acts.Approved
            ? ["collect-r1", "survey-r1", "survey-cosign-r1", "verify-r1", "review-r1", "notice-r1", "decide-r1", "file-r1"]
            : ["collect-r1", "survey-r1", "survey-cosign-r1", "verify-r1", "review-r1", "decide-r1"];
        var done = read.Entries.Select(entry => entry.Event).OfType<TaskDone>().Select(task => task.TaskId).Order(StringComparer.Ordinal);
        if (!done.SequenceEqual(course.Order(StringComparer.Ordinal))) yield return $"done were {string.Join(", ", done)}";
        // The letters of a decision may be printed after its end.
        if (read.Entries.LastOrDefault(entry => entry.Event is not PaperIssued)?.Event is not Closed) yield return $"ends with {read.Entries[^1].Event.Type}";
    }

    /// <summary>What may stand in a journal only once.</summary>
    private static string Once(CaseEvent happened) => happened switch
    {
        TaskOpened opened => $"{happened.Type} {opened.TaskId}",
        TaskDone done => $"{happened.Type} {done.TaskId}",
        PaperIssued paper => $"{happened.Type} {paper.Kind}",
        _ => happened.Type,
    };

    private async Task<IReadOnlyList<string>> LeftoversAsync(CancellationToken stop)
    {
        var findings = new List<string>();
        var cases = new HashSet<string>();
        await foreach (var row in new TableClient(city.StorageConnection, "Journal").QueryAsync<TableEntity>(select: ["PartitionKey"], cancellationToken: stop)) cases.Add(row.PartitionKey);
        if (cases.Count != applicants.Count) findings.Add($"{applicants.Count} applications, {cases.Count} journals");
        await foreach (var row in new TableClient(city.StorageConnection, "Work").QueryAsync<TableEntity>(cancellationToken: stop))
        {
            // Reviews of the month's files were drawn meanwhile and wait for their reviewer, rightly.
            if (cases.Any(caseId => row.RowKey.Contains(caseId, StringComparison.Ordinal))) findings.Add($"Still on a desk: {row.PartitionKey} {row.RowKey}");
        }

        var poison = (await new QueueClient(city.StorageConnection, "notices-poison").GetPropertiesAsync(stop)).Value.ApproximateMessagesCount;
        if (poison != 0) findings.Add($"{poison} notices were put aside");
        return findings;
    }
}
