namespace OneVisit.Domain.Calendars;

/// <summary>The last day (inclusive, Beijing) on which something is in time.</summary>
public abstract record DueDate(DateOnly On)
{
    /// <summary>Every day on the way lies in a year with a published calendar.</summary>
    public sealed record Fixed(DateOnly On) : DueDate(On);

    /// <summary>Some year on the way has no published calendar: counted with weekends only, to be computed again.</summary>
    public sealed record Provisional(DateOnly On) : DueDate(On);

    public bool IsProvisional => this is Provisional;
}
