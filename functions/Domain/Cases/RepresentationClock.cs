using OneVisit.Domain.Calendars;

namespace OneVisit.Domain.Cases;

/// <summary>What the days do to acting for somebody: who acts hears that the last one is near, and when it is over the journal says so, once each.</summary>
internal static class RepresentationClock
{
    public static IEnumerable<CaseEvent> DueOn(Case current, DateOnly today)
    {
        if (current.Representation is not { Ended: null, Who.Until: { } last } representation)
            yield break;
        if (representation.EndingOn(today) is { } over)
            yield return new RepresentationEnded(over.Why);
        else if (RemindsOn(representation, last) <= today)
            yield return new RepresentationEndsSoon(last);
    }

    /// <summary>When the next of it begins; <c>null</c>: nothing ends by itself, or all of it was said.</summary>
    public static DateTimeOffset? NextAt(Case current) => current.Representation is { Ended: null, Who.Until: { } last } representation
        ? BeijingTime.StartOf(RemindsOn(representation, last) ?? last.AddDays(1))
        : null;

    // Of a time that was short from the beginning nobody is reminded; a guardian who named a day of their own knows of it.
    private static DateOnly? RemindsOn(Representation representation, DateOnly last) =>
        (representation.Who.Basis == RepresentationBasis.Entrusted || representation.Who.EndsOfAge == true) && representation.ToldOf != last && representation.From < last.AddDays(-RepresentationRules.RenewedWithinDays) ? last.AddDays(-RepresentationRules.RenewedWithinDays) : null;
}
