using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OneVisit.Domain.Audit;
using OneVisit.Domain.Calendars;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>Checks that the journals are as they were written, and anchors once a day where they stand.</summary>
public sealed class AuditDesk(JournalAudit audit, AnchorBook anchors, IndexCheck index, TimeProvider clock, ILogger<AuditDesk> logger)
{
    /// <summary>How far back is looked for a list to compare with.</summary>
    private const int Nights = 31;

    private static readonly Gauge<int> Found = Telemetry.Meter.CreateGauge<int>("onevisit.audit.findings", "{journal}", "Journals that were not as they were written, last night.");

    /// <summary>Looks at everything and anchors it; once a day, however often it is called.</summary>
    public async Task AnchorAsync(CancellationToken cancellation)
    {
        var today = clock.Today();
        var before = await AnchorsAsync(cancellation);
        if (before?.LastOrDefault()?.Day >= today)
            return;
        var known = await KnownAsync(before, today, cancellation);
        var (findings, heads, entries, cases) = (known.Findings.ToBuilder(), new Dictionary<string, JournalHead>(StringComparer.Ordinal), 0L, new List<(string CaseId, string IdHash)>());
        await foreach (var journal in audit.AllAsync(null, cancellation))
        {
            var anchored = known.Heads.GetValueOrDefault(journal.Id);
            if (journal.Against(anchored, known.IsSealing) is not { } finding)
            {
                heads[journal.Id] = journal.Head;
                entries += journal.Head.Version;
                // Nothing is written into the index by what somebody else may have written into a journal.
                if (journal.Opening is { } opening && IndexCheck.IdHashOf(opening) is { } idHash)
                    cases.Add((journal.Id, idHash));
                continue;
            }
            findings.Add(finding);
            // What was anchored stays so: it is found tomorrow, too. What was written without a key is told once: an earlier release that was gone back to does that.
            if (finding.Fault == AuditFault.NotSealed)
                heads[journal.Id] = journal.Head;
            else if (anchored is not null)
                heads[journal.Id] = anchored;
        }
        foreach (var (gone, head) in known.Heads.Where(pair => !heads.ContainsKey(pair.Key)))
        {
            findings.Add(new(gone, 0, AuditFault.Missing));
            heads[gone] = head;
        }
        findings.AddRange(await index.MendAsync(cases, cancellation));
        // Behind anchors that cannot be read none can be set: the hour is not done, and cries again.
        if (before is null)
        {
            Tell(findings);
            return;
        }
        var text = JournalHeads.Write(heads);
        var anchor = AuditAnchor.After(known.Last, today, heads.Count, entries, JournalHeads.DigestOf(text));
        if (!await anchors.AppendAsync(anchor, text, findings.ToImmutable(), cancellation))
            return;
        Tell(findings);
        if (!known.IsSealing)
            await anchors.NoteSealingAsync(today, cancellation);
        logger.LogInformation("{Journals} journals with {Entries} entries were anchored under {Hash}", anchor.Journals, anchor.Entries, anchor.Hash);
    }

    /// <summary>Looks at some of the journals, behind a cursor.</summary>
    public async Task<(string? After, int Journals, ImmutableArray<AuditFinding> Findings)> LookAsync(string? after, int most, CancellationToken cancellation)
    {
        var (known, journals) = (await KnownAsync(await AnchorsAsync(cancellation), clock.Today(), cancellation), 0);
        var findings = after is null ? known.Findings.ToBuilder() : ImmutableArray.CreateBuilder<AuditFinding>();
        await foreach (var journal in audit.AllAsync(after, cancellation))
        {
            if (journal.Against(known.Heads.GetValueOrDefault(journal.Id), known.IsSealing) is { } finding)
                findings.Add(finding);
            if (++journals == most)
                return (journal.Cursor, journals, findings.ToImmutable());
        }
        return (null, journals, findings.ToImmutable());
    }

    /// <summary>One journal; <c>null</c>: there neither is nor was one of that number.</summary>
    public async Task<(CheckedJournal? Journal, AuditFinding? Finding)?> LookAsync(string journal, CancellationToken cancellation)
    {
        var known = await KnownAsync(await AnchorsAsync(cancellation), clock.Today(), cancellation);
        var anchored = known.Heads.GetValueOrDefault(journal);
        return await audit.OneAsync(journal, cancellation) is { } there ? (there, there.Against(anchored, known.IsSealing))
            : anchored is null ? null
            : (null, new AuditFinding(journal, 0, AuditFault.Missing));
    }

    /// <returns><c>null</c>: they cannot be read.</returns>
    private async Task<ImmutableArray<AuditAnchor>?> AnchorsAsync(CancellationToken cancellation)
    {
        try
        {
            return await anchors.ListAsync(cancellation);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    // The list of heads is large: it is read by who compares with it, not by who only asks whether the day is done. One that is gone leaves that of an earlier night to compare with.
    private async Task<Known> KnownAsync(ImmutableArray<AuditAnchor>? read, DateOnly today, CancellationToken cancellation)
    {
        ImmutableArray<AuditFinding> broken = [new("", 0, AuditFault.Anchor)];
        if (read is not { } all)
            return Known.Nothing with { Findings = broken };
        var isWhole = AuditAnchor.Broken(all) is null && await HasAllDaysAsync(all, today, cancellation);
        foreach (var anchor in all.Reverse().Take(Nights))
        {
            if (await anchors.HeadsAsync(anchor, cancellation) is { } heads)
                return new(all[^1], heads, isWhole && anchor == all[^1] ? [] : broken) { IsSealing = await anchors.SealingSinceAsync(cancellation) <= anchor.Day };
        }
        return new(all.LastOrDefault(), Known.Nothing.Heads, isWhole && all.IsEmpty ? [] : broken);
    }

    // Another run may have set an anchor since these were read: looked at once more before anything is said to be gone.
    private async Task<bool> HasAllDaysAsync(ImmutableArray<AuditAnchor> all, DateOnly today, CancellationToken cancellation)
    {
        var lacking = (await anchors.DaysAsync(cancellation)).Where(day => day < today).Except(all.Select(anchor => anchor.Day)).ToArray();
        return lacking.Length == 0 || (await AnchorsAsync(cancellation) is { } now && lacking.All(now.Select(anchor => anchor.Day).Contains));
    }

    private void Tell(IReadOnlyCollection<AuditFinding> findings)
    {
        Found.Record(findings.Count);
        foreach (var finding in findings)
            logger.LogError("Journal {Journal} is not as it was written, from entry {Sequence} on: {Fault}", finding.Journal, finding.Sequence, finding.Fault.Code());
    }

    /// <param name="Findings">What is wrong with the anchors themselves.</param>
    private sealed record Known(AuditAnchor? Last, ImmutableDictionary<string, JournalHead> Heads, ImmutableArray<AuditFinding> Findings)
    {
        /// <summary>What came after those heads has to be sealed.</summary>
        public bool IsSealing { get; init; }

        public static Known Nothing { get; } = new(null, ImmutableDictionary<string, JournalHead>.Empty, []);
    }
}
