namespace OneVisit.Conversation.Understanding.Dates;

/// <summary>Days from <see cref="From"/> to <see cref="To"/>, both included, in Beijing time: what is known of a day of which only the year or the age was told.</summary>
internal readonly record struct DaySpan
{
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public DaySpan(DateOnly from, DateOnly to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        (From, To) = (from, to);
    }

    public DateOnly From { get; }

    public DateOnly To { get; }

    public bool IsOneDay => From == To;

    public static DaySpan Day(DateOnly day) => new(day, day);

    public static DaySpan Year(int year) => Years(year, year);

    /// <summary>From the first day of one year to the last of another.</summary>
    public static DaySpan Years(int first, int last) => new(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));

    /// <summary>A month of the solar calendar.</summary>
    public static DaySpan Month(int year, int month) => new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>The days in both, or <c>null</c>.</summary>
    public DaySpan? And(DaySpan other)
    {
        var (from, to) = (From > other.From ? From : other.From, To < other.To ? To : other.To);
        return from <= to ? new DaySpan(from, to) : null;
    }

    /// <summary>From the earlier beginning to the later end.</summary>
    public DaySpan Covering(DaySpan other) => new(From < other.From ? From : other.From, To > other.To ? To : other.To);

    public override string ToString() => IsOneDay ? $"{From:yyyy-MM-dd}" : $"{From:yyyy-MM-dd}..{To:yyyy-MM-dd}";
}
