using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OneVisit.Contracts;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Identity;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>Checks that the journals are as they were written, and anchors once a day where they stand.</summary>
public sealed class AuditDesk(JournalAudit audit, AuditBasis basis, AnchorBook anchors, IndexCheck index, TimeProvider clock, ILogger<AuditDesk> logger)
{
    private static readonly Gauge<int> Found = Telemetry.Meter.CreateGauge<int>("onevisit.audit.findings", "{journal}", "Journals that were not as they were written, last night.");

    /// <summary>Looks at everything and anchors it; once a day, however often it is called.</summary>
    public async Task AnchorAsync(CancellationToken cancellation)
    {
        // Whoever anchored meanwhile may have been late with the day before.
        for (var tries = 0; tries < 3 && !await TryAnchorAsync(cancellation); tries++)
        {
        }
    }

    /// <summary>Looks at some of the journals, behind a cursor; what was anchored there and lies there no more is found as well.</summary>
    public async Task<(string? After, int Journals, ImmutableArray<AuditFinding> Findings)> LookAsync(string? after, int most, CancellationToken cancellation)
    {
        var (known, seen, cursor) = (await basis.ReadAsync(clock.Today(), cancellation), new HashSet<string>(StringComparer.Ordinal), (string?)null);
        var findings = after is null ? known.Findings.ToBuilder() : ImmutableArray.CreateBuilder<AuditFinding>();
        await foreach (var journal in audit.AllAsync(after, cancellation))
        {
            if (known.Judge(journal) is { } finding)
                findings.Add(finding);
            seen.Add(journal.Id);
            if (seen.Count == most)
            {
                cursor = journal.Cursor;
                break;
            }
        }
        findings.AddRange(await GoneAsync(known, seen, new(after, cursor), cancellation));
        return (cursor, seen.Count, findings.ToImmutable());
    }

    /// <summary>One journal, or the anchors; <c>null</c>: there neither is nor was one of that number.</summary>
    public async Task<Looked?> LookAsync(string journal, CancellationToken cancellation)
    {
        var known = await basis.ReadAsync(clock.Today(), cancellation);
        if (journal == JournalCheck.Anchors)
            return new(new(known.Anchors, known.Last?.Hash ?? ""), known.Findings.FirstOrDefault(), known.Stands);
        return await audit.OneAsync(journal, cancellation) is { } there ? new(there.Head, known.Judge(there), there.Stands) { Than = known.Accepted.Than }
            : known.Heads.ContainsKey(journal) && !known.Accepted.IsGone(journal) ? new(new(0, ""), new(journal, 0, AuditFault.Missing), Standing.Gone) { Than = known.Accepted.Than }
            : null;
    }

    // It may lie in the other table: one that was not seen is looked for before it is said to be gone.
    private async Task<IReadOnlyList<AuditFinding>> GoneAsync(Compared known, HashSet<string> seen, JournalStretch stretch, CancellationToken cancellation)
    {
        var gone = new List<AuditFinding>();
        foreach (var journal in known.Heads.Keys.Where(journal => !seen.Contains(journal) && stretch.Holds(journal, CaseNumber.IsOne(journal)) && !known.Accepted.IsGone(journal)).Order(StringComparer.Ordinal))
        {
            if (!await audit.ExistsAsync(journal, cancellation))
                gone.Add(new(journal, 0, AuditFault.Missing));
        }
        return gone;
    }

    /// <returns><c>false</c>: somebody anchored meanwhile.</returns>
    private async Task<bool> TryAnchorAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        if (await anchors.LastDayAsync(cancellation) >= today)
            return true;
        var known = await basis.ReadAsync(today, cancellation);
        if (known.Last?.Day >= today)
            return true;
        var (findings, heads, entries, cases) = (known.Findings.ToBuilder(), new Dictionary<string, JournalHead>(StringComparer.Ordinal), 0L, new List<(string CaseId, PersonHash IdHash)>());
        await foreach (var journal in audit.AllAsync(null, cancellation))
        {
            if (known.Judge(journal) is not { } finding)
            {
                heads[journal.Id] = journal.Head;
                entries += journal.Head.Version;
                // Nothing is written into the index by what somebody else may have written into a journal.
                if (journal.Opening is { } opening && index.IdHashOf(opening, journal.Key) is { } idHash)
                    cases.Add((journal.Id, idHash));
                continue;
            }
            findings.Add(finding);
            // What was anchored stays so: it is found tomorrow, too. What was written without a key is told once: an earlier release that was gone back to does that.
            if (finding.Fault == AuditFault.NotSealed)
                heads[journal.Id] = journal.Head;
            else if (known.Heads.TryGetValue(journal.Id, out var anchored))
                heads[journal.Id] = anchored;
        }
        foreach (var (gone, head) in known.Heads.Where(pair => !heads.ContainsKey(pair.Key) && !known.Accepted.IsGone(pair.Key)))
        {
            findings.Add(new(gone, 0, AuditFault.Missing));
            heads[gone] = head;
        }
        findings.AddRange(await index.MendAsync(cases, cancellation));
        // Behind anchors that cannot be read none can be set: the hour is not done, and cries again.
        if (!known.IsReadable)
        {
            Tell(findings);
            return true;
        }
        var text = JournalHeads.Write(heads);
        var anchor = AuditAnchor.After(known.Last, today, heads.Count, entries, JournalHeads.DigestOf(text));
        if (!await anchors.AppendAsync(anchor, text, findings.ToImmutable(), cancellation))
            return false;
        Tell(findings);
        if (!known.IsSealing)
            await anchors.NoteSealingAsync(today, cancellation);
        logger.LogInformation("{Journals} journals with {Entries} entries were anchored under {Hash}", anchor.Journals, anchor.Entries, anchor.Hash);
        return true;
    }

    private void Tell(IReadOnlyCollection<AuditFinding> findings)
    {
        Found.Record(findings.Count(finding => !finding.IsAccepted));
        foreach (var finding in findings)
        {
            if (finding.IsAccepted)
                logger.LogInformation("Journal {Journal} stands as it was accepted, from entry {Sequence} on: {Fault}", finding.Journal, finding.Sequence, finding.Fault.Code());
            else
                logger.LogError("Journal {Journal} is not as it was written, from entry {Sequence} on: {Fault}", finding.Journal, finding.Sequence, finding.Fault.Code());
        }
    }
}

/// <summary>One journal, looked at now.</summary>
/// <param name="Finding"><c>null</c>: it is as it was written.</param>
/// <param name="Stands">How it stands, for who accepts that; <c>null</c>: there is nothing that could be accepted.</param>
public sealed record Looked(JournalHead Head, AuditFinding? Finding, string? Stands)
{
    /// <summary>Day of the list of heads it was compared with; <c>null</c>: there is none.</summary>
    public DateOnly? Than { get; init; }
}
