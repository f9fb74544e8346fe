using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Supervision;

/// <summary>A time in which a point may not decide.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: until it is lifted.</param>
/// <param name="Items">Codes of the services; empty: all.</param>
public sealed record Suspension(DateOnly From, DateOnly? To, ImmutableArray<string> Items, string Reason, Role ToRole, string ToOffice, Actor By, DateTimeOffset At)
{
    public DateTimeOffset? LiftedAt { get; init; }

    public bool Covers(string service, DateOnly day) => LiftedAt is null && From <= day && (To is null || day <= To) && (Items.IsEmpty || Items.Contains(service));
}

/// <summary>Whether a point may decide, as its journal tells it.</summary>
/// <param name="Point">For example <c>township/370982103</c>.</param>
public sealed record PointAuthority(string Point, int Version, ImmutableArray<Suspension> Suspensions)
{
    /// <summary>The authority matrix: every line in force or to come, and those that have ended.</summary>
    public ImmutableArray<AuthorityLine> Lines { get; init; } = [];

    /// <summary>Who may decide on an amount of a service on a day. Without a line that reaches, it is the bureau that delegated nothing.</summary>
    /// <param name="amount"><c>null</c>: nothing is to be paid.</param>
    public Competence WhoDecides(string service, Money? amount, DateOnly day)
    {
        if (On(service, day) is { } suspension)
            return new Competence.Elsewhere(suspension.ToRole, suspension.ToOffice, MoveCauses.AuthoritySuspended) { Suspension = suspension };
        var (chief, deputy) = (LineOf(service, Role.ChiefRepresentative, day), LineOf(service, Role.DeputyRepresentative, day));
        var reaching = new Competence.OfPoint(Reaching(chief, amount), Reaching(deputy, amount));
        return reaching is { Chief: null, Deputy: null }
            ? new Competence.Elsewhere(
                Role.BureauOfficer, MatterDecisions.CityOf(Point), chief is null && deputy is null ? MoveCauses.NoAuthority : MoveCauses.AmountBeyondAuthority)
            : reaching;
    }

    /// <summary>What somebody of the point lacks to decide, and who could.</summary>
    public AuthorityLack WhatLacks(Role holder, string service, Money? amount, DateOnly day)
    {
        var could = WhoDecides(service, amount, day) switch
        {
            Competence.OfPoint point => new Post(point.Desk, Point, day),
            Competence.Elsewhere other => new Post(other.Role, other.Office, day),
            _ => throw new InvalidOperationException(),
        };
        if (LineOf(service, holder, day) is { } line)
            return new(holder, could) { UpTo = line.UpTo };
        var own = Lines.Select(known => known.Grant).Where(grant => (grant.Item, grant.Holder) == (service, holder)).ToArray();
        return new(holder, could) { Until = own.Where(grant => grant.To < day).Max(grant => grant.To), From = own.Where(grant => grant.From > day).Min(grant => (DateOnly?)grant.From) };
    }

    /// <summary>The next day on which a line begins or has ended; <c>null</c>: none is known.</summary>
    public DateOnly? NextChange(DateOnly today) => Lines.SelectMany(line => new[] { line.Grant.From, line.Grant.To?.AddDays(1) }).Where(day => day > today).Min();

    private AuthorityGrant? LineOf(string service, Role holder, DateOnly day) =>
        Lines.Select(line => line.Grant).FirstOrDefault(grant => (grant.Item, grant.Holder) == (service, holder) && grant.IsInForce(day));

    private static AuthorityGrant? Reaching(AuthorityGrant? line, Money? amount) => line?.Reaches(amount) == true ? line : null;

    /// <summary>What keeps the point from deciding on a service on a day; <c>null</c>: nothing does.</summary>
    public Suspension? On(string service, DateOnly day) => Suspensions.FirstOrDefault(suspension => suspension.Covers(service, day));

    public static PointAuthority Of(string point, IEnumerable<SupervisionEntry> entries)
    {
        var current = new PointAuthority(point, 0, []);
        foreach (var entry in entries)
        {
            current = entry.Event switch
            {
                AuthoritySuspended e => current with { Suspensions = current.Suspensions.Add(new(e.From, e.To, e.Items, e.Reason, e.ToRole, e.ToOffice, entry.Actor, entry.At)) },
                AuthorityLifted => current with { Suspensions = [.. current.Suspensions.Select(suspension => suspension with { LiftedAt = suspension.LiftedAt ?? entry.At })] },
                AuthorityChanged e => current with { Lines = AuthorityChanges.After(current.Lines, e, entry.Actor, entry.At) },
                _ => throw new InvalidDataException($"{entry.Event.Type} cannot happen to a point's authority."),
            };
            current = current with { Version = entry.Sequence };
        }
        return current;
    }
}

/// <summary>What the city may do to a point's authority.</summary>
public static class AuthorityDecisions
{
    /// <param name="holders">Who holds the post that is to decide meanwhile.</param>
    /// <param name="others">The city's other points: whoever may not decide at home stands in for nobody.</param>
    public static MatterDecision Suspend(PointAuthority current, AuthoritySuspended wish, IReadOnlyList<StaffMember> holders, IReadOnlyList<PointAuthority> others, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (ReviewerOf(current.Point, caller, today) is not { } reviewer)
            return ReviewersOnly(current.Point, today);
        var reason = PlainText.Of(wish.Reason);
        if (reason.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return new MatterDecision.Refused(MatterRefusal.WordsRequired) { Field = "reason" };
        if (wish.From < today || wish.To < wish.From)
            return new MatterDecision.Refused(MatterRefusal.WrongPeriod) { Field = wish.From < today ? "from" : "to" };
        if (wish.ToRole is not (Role.BureauOfficer or Role.ChiefRepresentative))
            return new MatterDecision.Refused(MatterRefusal.UnknownReference) { Field = "toRole" };
        if ((wish.ToRole, wish.ToOffice) == (Role.ChiefRepresentative, current.Point) || CityOf(wish.ToOffice) != MatterDecisions.CityOf(current.Point))
            return new MatterDecision.Refused(MatterRefusal.UnknownReference) { Field = "toOffice" };
        if (holders.Count == 0)
            return new MatterDecision.Refused(MatterRefusal.NobodyThere) { Field = "toOffice", Could = new Post(wish.ToRole, wish.ToOffice, today) };
        // The same once more: it is so already.
        if (current.Suspensions.Any(known => known.LiftedAt is null && IsSame(known, wish with { Reason = reason })))
            return new MatterDecision.Accepted(caller.In(reviewer), []);
        if (current.Suspensions.Any(known => known.LiftedAt is null && Overlap(known, wish, today)))
            return new MatterDecision.Refused(MatterRefusal.AlreadySuspended);
        if (wish.ToRole == Role.ChiefRepresentative && others.Any(other => other.Point == wish.ToOffice && other.Suspensions.Any(known => known.LiftedAt is null && Overlap(known, wish, today))))
            return new MatterDecision.Refused(MatterRefusal.SuspendedToo) { Field = "toOffice", Could = new Post(Role.BureauOfficer, MatterDecisions.CityOf(current.Point), today) };
        if (others.FirstOrDefault(other => other.Suspensions.Any(known => known.LiftedAt is null && (known.ToRole, known.ToOffice) == (Role.ChiefRepresentative, current.Point) && Overlap(known, wish, today))) is { } relying)
            return new MatterDecision.Refused(MatterRefusal.StandsIn) { Could = new Post(Role.ChiefRepresentative, relying.Point, today) };
        return new MatterDecision.Accepted(caller.In(reviewer), [wish with { Reason = reason }]);
    }

    /// <summary>Ends every suspension of the point at once.</summary>
    public static MatterDecision Lift(PointAuthority current, string? reason, StaffMember caller, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        if (ReviewerOf(current.Point, caller, today) is not { } reviewer)
            return ReviewersOnly(current.Point, today);
        var words = PlainText.Of(reason);
        if (words.Length is < Limits.ReasonShortest or > Limits.ReasonLongest)
            return new MatterDecision.Refused(MatterRefusal.WordsRequired) { Field = "reason" };
        return current.Suspensions.Any(known => known.LiftedAt is null && !(known.To < today))
            ? new MatterDecision.Accepted(caller.In(reviewer), [new AuthorityLifted(words)])
            : new MatterDecision.Refused(MatterRefusal.NotSuspended);
    }

    /// <summary>The caller's post as the reviewer of the city that a point belongs to.</summary>
    public static Post? ReviewerOf(string point, StaffMember caller, DateOnly today) =>
        caller.PostsOn(today).FirstOrDefault(post => post.Is(Role.CityReviewer, MatterDecisions.CityOf(point)));

    // What somebody typed as an office may be anything.
    private static string? CityOf(string office) => Offices.PlaceOf(office) is { Length: >= 6 } place ? Offices.Id(OfficeLevel.City, place[..6]) : null;

    private static MatterDecision.Refused ReviewersOnly(string point, DateOnly today) =>
        new(MatterRefusal.ReviewerOnly) { Could = new Post(Role.CityReviewer, MatterDecisions.CityOf(point), today) };

    private static bool IsSame(Suspension known, AuthoritySuspended wish) =>
        (known.From, known.To, known.Reason, known.ToRole, known.ToOffice) == (wish.From, wish.To, wish.Reason, wish.ToRole, wish.ToOffice) && known.Items.SequenceEqual(wish.Items);

    private static bool Overlap(Suspension known, AuthoritySuspended wish, DateOnly today) =>
        !(known.To < today) && !(known.To < wish.From) && !(wish.To < known.From)
        && (known.Items.IsEmpty || wish.Items.IsEmpty || known.Items.Intersect(wish.Items).Any());
}
