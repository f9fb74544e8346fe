using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Retention;

/// <summary>The words with which somebody orders or lifts a hold.</summary>
public static class HoldReading
{
    /// <summary>A reason, or from whom the order came, as it is kept.</summary>
    /// <returns><c>null</c>: too short to be one, or too long.</returns>
    public static string? Words(string? typed, int shortest = Limits.ReasonShortest) =>
        PlainText.Of(typed) is { } plain && plain.Length >= shortest && plain.Length <= Limits.ReasonLongest ? plain : null;
}
