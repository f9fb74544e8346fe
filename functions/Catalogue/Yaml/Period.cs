namespace OneVisit.Catalogue.Yaml;

/// <summary>Days from <paramref name="From"/> to <paramref name="To"/>, both inclusive; no end while in force.</summary>
internal readonly record struct Period(DateOnly From, DateOnly? To)
{
    public bool Contains(DateOnly day) => From <= day && (To is not { } last || day <= last);

    public static Period Of(YamlMap map)
    {
        var period = new Period(map.Date("effective_from"), map.DateOrNull("effective_to"));
        if (period.To < period.From)
            map.Fault(FaultKind.WrongValue, "effective_to", "effective_to");
        return period;
    }

    /// <summary>Notes each period that begins before the one before it has ended, or later than the day after.</summary>
    public static void Check(IEnumerable<(Period Period, YamlMap Map, string Subject)> entries)
    {
        var ordered = entries.OrderBy(entry => entry.Period.From).ToArray();
        foreach (var (earlier, later) in ordered.Zip(ordered.Skip(1)))
        {
            if (earlier.Period.Contains(later.Period.From))
                later.Map.Fault(FaultKind.OverlappingPeriods, later.Subject, "effective_from");
            else if (earlier.Period.To is { } end && end.AddDays(1) < later.Period.From)
                later.Map.Fault(FaultKind.GapBetweenPeriods, later.Subject, "effective_from");
        }
    }
}
