using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>The city changed lines of a point's authority matrix; who and when stand in the entry.</summary>
/// <param name="Granted">New lines; each takes the place of earlier ones for the same item and holder, from its first day on.</param>
/// <param name="Ended">Lines that end early.</param>
public sealed record AuthorityChanged(ImmutableArray<AuthorityGrant> Granted, ImmutableArray<AuthorityEnd> Ended, string Reason) : SupervisionEvent;

/// <summary>What the city may do to a point's authority matrix.</summary>
public static class AuthorityChanges
{
    public const int SealLongest = 40;
    public const int NameLongest = 50;

    /// <summary>Most lines that are changed at once.</summary>
    public const int MostLines = 100;

    /// <summary>The reviewer or an officer of the bureau changes lines, from today on and with a reason; what was stays in the journal.</summary>
    public static MatterDecision Change(PointAuthority current, AuthorityChanged wish, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var city = MatterDecisions.CityOf(current.Point);
        if (caller.PostsOn(today).FirstOrDefault(post => post.Is(Role.CityReviewer, city) || post.Is(Role.BureauOfficer, city)) is not { } post)
            return new MatterDecision.Refused(MatterRefusal.CityOnly) { Could = new Post(Role.CityReviewer, city, today) };
        var reason = PlainText.Of(wish.Reason);
        if (reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return No(MatterRefusal.WordsRequired, "reason");
        if (wish.Granted.Length + wish.Ended.Length is < 1 or > MostLines)
            return No(MatterRefusal.LinesRequired, "grants") with { Most = MostLines };
        if (wish.Granted.Select((grant, line) => Fault(grant, $"grants[{line}]", today)).FirstOrDefault(fault => fault is not null) is { } wrong)
            return wrong;
        for (var line = 1; line < wish.Granted.Length; line++)
        {
            if (wish.Granted.Take(line).Any(wish.Granted[line].Meets))
                return No(MatterRefusal.LinesMeet, $"grants[{line}]");
        }
        for (var line = 0; line < wish.Ended.Length; line++)
        {
            if (wish.Ended[line].LastDay < today.AddDays(-1))
                return No(MatterRefusal.WrongPeriod, $"ends[{line}].lastDay");
            if (!current.Lines.Any(known => Ends(wish.Ended[line], known.Grant)))
                return No(MatterRefusal.NoSuchLine, $"ends[{line}].item");
        }
        // The same once more: it is so already.
        return wish.Ended.IsEmpty && wish.Granted.All(grant => current.Lines.Any(known => known.Grant == grant))
            ? new MatterDecision.Accepted(caller.In(post), [])
            : new MatterDecision.Accepted(caller.In(post), [wish with { Reason = reason }]);
    }

    /// <summary>The lines after a change: what meets a new line for the same item and holder stops the day before it, and does not come back.</summary>
    internal static ImmutableArray<AuthorityLine> After(ImmutableArray<AuthorityLine> lines, AuthorityChanged change, Actor by, DateTimeOffset at)
    {
        foreach (var end in change.Ended)
            lines = [.. lines.Select(line => Ends(end, line.Grant) ? Until(line, end.LastDay) : line).OfType<AuthorityLine>()];
        foreach (var grant in change.Granted)
            lines = [.. lines.Select(line => line.Grant.Meets(grant) ? Until(line, grant.From.AddDays(-1)) : line).OfType<AuthorityLine>(), new AuthorityLine(grant, by, at)];
        return lines;
    }

    private static bool Ends(AuthorityEnd end, AuthorityGrant grant) => (grant.Item, grant.Holder) == (end.Item, end.Holder) && (grant.To is null || end.LastDay < grant.To);

    private static AuthorityLine? Until(AuthorityLine line, DateOnly day) => line.Grant.From <= day ? line with { Grant = line.Grant with { To = day } } : null;

    private static MatterDecision.Refused? Fault(AuthorityGrant grant, string line, DateOnly today) => grant switch
    {
        { Holder: not (Role.ChiefRepresentative or Role.DeputyRepresentative) } => No(MatterRefusal.UnknownReference, line + ".holder"),
        { UpTo.Yuan: < 0 or > Limits.MonthlyAmount } => No(MatterRefusal.AmountOutOfRange, line + ".upTo"),
        _ when grant.From < today => No(MatterRefusal.WrongPeriod, line + ".from"),
        _ when grant.To < grant.From => No(MatterRefusal.WrongPeriod, line + ".to"),
        _ when PlainText.Of(grant.Seal) is { Length: < 1 or > SealLongest } => No(MatterRefusal.TextRequired, line + ".seal") with { Most = SealLongest },
        _ when PlainText.Of(grant.DecisionName) is { Length: < 1 or > NameLongest } => No(MatterRefusal.TextRequired, line + ".decisionName") with { Most = NameLongest },
        _ => null,
    };

    private static MatterDecision.Refused No(MatterRefusal reason, string field) => new(reason) { Field = field };
}
