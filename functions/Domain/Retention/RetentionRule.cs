using System.Collections.Immutable;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Retention;

/// <summary>How long one class of data is kept, from when, and what happens then.</summary>
/// <param name="Id">Written into the journal of what was erased by it.</param>
/// <param name="Granted">Of cases: only those in which something was given, or only the others; <c>null</c>: all.</param>
/// <param name="Services">Of cases: only these; empty: all that no other rule names.</param>
/// <param name="Keep"><c>null</c>: for good.</param>
/// <param name="From">First day on which it holds, inclusive.</param>
/// <param name="To">Last day, inclusive; <c>null</c>: no end is known.</param>
/// <param name="Law">What it stands on.</param>
/// <param name="Status">Of the length: <see cref="SourceStatus.Demo"/> is an assumption.</param>
public sealed record RetentionRule(
    string Id, DataClass Class, Text Name, RetentionStart Start, KeepingTime? Keep, RetentionEnd Then, bool? Granted, ImmutableArray<string> Services, DateOnly From, DateOnly? To,
    LawReference Law, SourceStatus Status)
{
    public bool IsInForce(DateOnly day) => From <= day && (To is not { } last || day <= last);

    /// <summary>The first day on which it is not kept any more; <c>null</c>: it is kept for good.</summary>
    /// <param name="start">The day of what the time counts from.</param>
    public DateOnly? OverOn(DateOnly start) => Keep?.After(start);
}

/// <summary>A length in calendar years, months and days.</summary>
public sealed record KeepingTime(int Months, int Days)
{
    public DateOnly After(DateOnly day) => day.AddMonths(Months).AddDays(Days);
}

/// <summary>What the time counts from.</summary>
public enum RetentionStart
{
    /// <summary>Of a case: it was closed, and nothing is drawn by it any more. Of a matter: it was closed.</summary>
    Ended,

    /// <summary>It was written, or last written on.</summary>
    Written,
}

/// <summary>What happens when the time is over.</summary>
public enum RetentionEnd
{
    Erase,

    /// <summary>Only what was filed: it goes to the archive first (移交档案馆), and is erased when somebody has noted that it did.</summary>
    ArchiveFirst,

    /// <summary>What is kept names nobody in clear.</summary>
    KeepMasked,
}

/// <summary>Words of <c>retention.yaml</c>.</summary>
public static class RetentionWords
{
    public static string Code(this RetentionStart start) => start == RetentionStart.Ended ? "ended" : "written";

    public static RetentionStart? ParseStart(string? code) => Codes.Parse<RetentionStart>(code, Code);

    public static string Code(this RetentionEnd end) => end switch { RetentionEnd.Erase => "erase", RetentionEnd.ArchiveFirst => "archive-first", _ => "keep-masked" };

    public static RetentionEnd? ParseEnd(string? code) => Codes.Parse<RetentionEnd>(code, Code);
}
