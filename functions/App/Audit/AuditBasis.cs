using System.Collections.Immutable;
using System.Globalization;
using OneVisit.Domain.Audit;
using OneVisit.Storage;

namespace OneVisit.Functions.Audit;

/// <summary>What the journals are compared with: the last list of heads that can be read, and what was accepted since.</summary>
public sealed class AuditBasis(AnchorBook anchors, AcceptanceBook acceptances)
{
    /// <summary>How far back is looked for a list to compare with.</summary>
    private const int Nights = 31;

    // The list of heads is large: it is read by who compares with it, not by who only asks whether the day is done. One that is gone leaves that of an earlier night to compare with.
    public async Task<Compared> ReadAsync(DateOnly today, CancellationToken cancellation)
    {
        var accepted = await acceptances.ListAsync(cancellation);
        var broken = new AuditFinding("", 0, AuditFault.Anchor);
        if (await anchors.TryListAsync(cancellation) is not { } all)
            return Compared.Nothing with { Findings = [broken], IsReadable = false };
        var stands = await StandingAsync(all, today, cancellation);
        ImmutableArray<AuditFinding> findings = stands is null ? [] : [broken with { IsAccepted = new AcceptedFindings(accepted, null).Know(broken, stands) }];
        foreach (var anchor in all.Reverse().Take(Nights))
        {
            if (await anchors.HeadsAsync(anchor, cancellation) is { } heads)
            {
                return new(all[^1], heads, new(accepted, anchor.Day), anchor == all[^1] ? findings : [broken])
                {
                    IsSealing = await anchors.SealingSinceAsync(cancellation) <= anchor.Day, Stands = stands, Anchors = all.Length,
                };
            }
        }
        return Compared.Nothing with { Last = all.LastOrDefault(), Accepted = new(accepted, null), Findings = all.IsEmpty ? findings : [broken], Stands = stands, Anchors = all.Length };
    }

    /// <returns>What is wrong with the anchors, as it is compared with what was accepted; <c>null</c>: nothing.</returns>
    private async Task<string?> StandingAsync(ImmutableArray<AuditAnchor> all, DateOnly today, CancellationToken cancellation)
    {
        string[] wrong =
        [
            // With the one before: once it is accepted that the two do not hang together, nothing else says what stood there.
            .. AuditAnchor.Broken(all).Select(anchor => $"{(all.IndexOf(anchor) is > 0 and var at ? all[at - 1].Hash : "")} {anchor}"),
            .. (await LackingAsync(all, today, cancellation)).Order().Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
        return wrong.Length == 0 ? null : Standing.Of(wrong);
    }

    // Another run may have set an anchor since these were read: looked at once more before anything is said to be gone.
    private async Task<DateOnly[]> LackingAsync(ImmutableArray<AuditAnchor> all, DateOnly today, CancellationToken cancellation)
    {
        var lacking = (await anchors.DaysAsync(cancellation)).Where(day => day < today).Except(all.Select(anchor => anchor.Day)).ToArray();
        return lacking.Length == 0 || await anchors.TryListAsync(cancellation) is not { } now ? lacking : [.. lacking.Except(now.Select(anchor => anchor.Day))];
    }
}

/// <summary>What a look at the journals begins with.</summary>
/// <param name="Last">The newest anchor; <c>null</c>: there is none.</param>
/// <param name="Heads">Where the journals ended, as it was anchored last.</param>
/// <param name="Findings">What is wrong with the anchors themselves.</param>
public sealed record Compared(AuditAnchor? Last, ImmutableDictionary<string, JournalHead> Heads, AcceptedFindings Accepted, ImmutableArray<AuditFinding> Findings)
{
    public static Compared Nothing { get; } = new(null, ImmutableDictionary<string, JournalHead>.Empty, AcceptedFindings.None, []);

    /// <summary>What came after those heads has to be sealed.</summary>
    public bool IsSealing { get; init; }

    /// <summary>Behind anchors that cannot be read none can be set.</summary>
    public bool IsReadable { get; init; } = true;

    public int Anchors { get; init; }

    /// <summary>How the anchors stand, where something is wrong with them.</summary>
    public string? Stands { get; init; }

    public AuditFinding? Judge(CheckedJournal journal) => journal.Against(Heads.GetValueOrDefault(journal.Id), IsSealing, Accepted);
}
