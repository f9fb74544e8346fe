namespace OneVisit.Domain.Law;

/// <summary>How far a rule or a value may be shown as law.</summary>
public enum SourceStatus
{
    /// <summary>Read in the text that is named.</summary>
    Verified,

    /// <summary>Taken over from a comparable place or text.</summary>
    Analog,

    /// <summary>Made up for the demonstration; must be marked so wherever it is shown.</summary>
    Demo,
}

/// <summary>Names of <see cref="SourceStatus"/> as they travel.</summary>
public static class SourceStatuses
{
    public static string Code(this SourceStatus status) => status switch
    {
        SourceStatus.Verified => "verified",
        SourceStatus.Analog => "analog",
        _ => "demo",
    };

    public static SourceStatus? Parse(string? code) => code switch
    {
        "verified" => SourceStatus.Verified,
        "analog" => SourceStatus.Analog,
        "demo" => SourceStatus.Demo,
        _ => null,
    };

    /// <summary>The weaker of two: a sum is only as good as its weakest number.</summary>
    public static SourceStatus Weaker(SourceStatus a, SourceStatus b) => a > b ? a : b;
}
