using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Operations;
using OneVisit.Storage;

namespace OneVisit.Functions.Sharing;

/// <summary>The once-only debt of a month, added up.</summary>
/// <param name="LookUps">By question.</param>
public sealed record OnceOnlySums(ImmutableDictionary<AskedFor, AskedSum> Lines, ImmutableDictionary<string, LookUpSum> LookUps)
{
    public AskedSum Asked { get; } = Lines.Values.Aggregate(new AskedSum(0, 0, 0), (sum, line) => sum.Plus(line));

    /// <summary>All questions together.</summary>
    public (int Asked, int Unknown) LookedUp { get; } = (LookUps.Values.Sum(sum => sum.Asked), LookUps.Values.Sum(sum => sum.Unknown.Values.Sum()));
}

/// <summary>Of what service, by which point, which paper, and why, see <see cref="AskingReasons"/>.</summary>
public readonly record struct AskedFor(string Service, string Point, string Material, string Reason);

/// <summary>Papers asked for; of them those that a registry held, and those of which nobody knows.</summary>
public readonly record struct AskedSum(int Asked, int Held, int Unknown)
{
    public AskedSum Plus(AskedSum other) => new(Asked + other.Asked, Held + other.Held, Unknown + other.Unknown);
}

/// <summary>How often a question was asked, and how often it was not answered, by reason.</summary>
public sealed record LookUpSum(int Asked, ImmutableDictionary<string, int> Unknown);

/// <summary>Adds up a month from its papers and look-ups, and keeps the sums: of the month that runs for half a minute, of one that is over for ten.</summary>
public sealed class OnceOnlyBook(AskedPapers papers, SharingBook book, TimeProvider clock)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FreshnessOfOver = TimeSpan.FromMinutes(10);
    private readonly KeptReadings<DateOnly, OnceOnlySums> kept = new(48, clock);

    /// <param name="month">Any day of it.</param>
    public Task<OnceOnlySums> MonthAsync(DateOnly month, CancellationToken cancellation) =>
        kept.ReadAsync(Months.FirstOf(month), Months.NextAfter(month) > clock.Today() ? Freshness : FreshnessOfOver, _ => ReadAsync(month), cancellation);

    private async Task<OnceOnlySums> ReadAsync(DateOnly month)
    {
        var (lines, lookUps) = (LinesAsync(month), LookUpsAsync(month));
        return new(await lines, await lookUps);
    }

    private async Task<ImmutableDictionary<AskedFor, AskedSum>> LinesAsync(DateOnly month)
    {
        var lines = ImmutableDictionary.CreateBuilder<AskedFor, AskedSum>();
        await foreach (var paper in papers.MonthAsync(month))
        {
            var of = new AskedFor(paper.Service, paper.Point, paper.Material, paper.Reason);
            lines[of] = lines.GetValueOrDefault(of).Plus(new(1, paper.Held == true ? 1 : 0, paper.Held is null ? 1 : 0));
        }
        return lines.ToImmutable();
    }

    private async Task<ImmutableDictionary<string, LookUpSum>> LookUpsAsync(DateOnly month)
    {
        var sums = ImmutableDictionary.CreateBuilder<string, LookUpSum>(StringComparer.Ordinal);
        await foreach (var lookUp in book.MonthAsync(month))
        {
            var (asked, unknown) = sums.GetValueOrDefault(lookUp.Question, new(0, ImmutableDictionary<string, int>.Empty));
            // What was asked and never written down as answered is not known either.
            if (lookUp.Answer is "unknown" or LoggedLookUp.Asked)
            {
                var reason = lookUp.Reason ?? UnknownReason.Failed.Code();
                unknown = unknown.SetItem(reason, unknown.GetValueOrDefault(reason) + 1);
            }
            sums[lookUp.Question] = new(asked + 1, unknown);
        }
        return sums.ToImmutable();
    }
}
