namespace OneVisit.Domain.Supervision;

/// <summary>What was posted about a step, unchecked.</summary>
/// <param name="Action">One of <see cref="MatterActNames"/>.</param>
public sealed record MatterForm(string? Action)
{
    /// <summary>Reviewed: by criterion, <c>met</c>, <c>fault</c> or <c>not-applicable</c>.</summary>
    public IReadOnlyDictionary<string, string?>? Answers { get; init; }

    /// <summary>Reviewed: what has to be corrected.</summary>
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Reviewed: working days for it.</summary>
    public int? Days { get; init; }

    /// <summary>What was done, found or said.</summary>
    public string? Words { get; init; }

    /// <summary>Contacted: <c>simple</c> or <c>complex</c>.</summary>
    public string? Complexity { get; init; }

    /// <summary>Revisited: <c>yes</c> or <c>no</c>.</summary>
    public string? Satisfied { get; init; }

    /// <summary>Answered: <c>upheld</c>, <c>partly-upheld</c> or <c>unfounded</c>.</summary>
    public string? Finding { get; init; }

    /// <summary>Visited: names of at least two different people.</summary>
    public IReadOnlyList<string>? Investigators { get; init; }

    /// <summary>A benefit: yuan per month for the household.</summary>
    public decimal? Amount { get; init; }

    /// <summary>A benefit that tapers: calendar months that are still paid.</summary>
    public int? Months { get; init; }

    /// <summary>A benefit that ends by a death: its day.</summary>
    public DateOnly? DiedOn { get; init; }
}
