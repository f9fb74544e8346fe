using System.Collections.Immutable;

namespace OneVisit.Domain.Understanding;

/// <summary>Somebody to call.</summary>
public sealed record CallNumber(Text Who, string Phone);

/// <summary>An office that does what the bureau does not.</summary>
/// <param name="Topic">As in <see cref="Example.Topic"/>.</param>
/// <param name="Subject">What it takes care of.</param>
public sealed record OtherOffice(string Topic, Text Subject, CallNumber Call);

/// <summary>An emergency and whom to call, most important first.</summary>
public sealed record Emergency(string Kind, ImmutableArray<CallNumber> Calls);

/// <summary>The reception desk (导办): understands what somebody wants and knows who takes care of what.</summary>
public sealed class Reception(MeaningFinder finder, ImmutableArray<OtherOffice> offices, ImmutableArray<Emergency> emergencies)
{
    /// <summary>The topic of what no office takes care of.</summary>
    public const string OtherTopic = "other";

    public ImmutableArray<OtherOffice> Offices => offices;

    public ImmutableArray<Emergency> Emergencies => emergencies;

    public Understood Find(string text) => finder.Find(text);

    /// <summary>The emergency a text tells of, or <c>null</c>; faster than <see cref="Find"/>, by its signs alone.</summary>
    public Emergency? EmergencyIn(string text) => finder.EmergencyIn(text) is { } kind ? Emergency(kind) : null;

    public Emergency Emergency(string kind) => emergencies.First(emergency => emergency.Kind == kind);

    /// <summary>Who takes care of a topic; the city's hotline when nobody is named.</summary>
    public OtherOffice OfficeFor(string? topic) =>
        offices.FirstOrDefault(office => office.Topic == topic) ?? offices.First(office => office.Topic == OtherTopic);
}
