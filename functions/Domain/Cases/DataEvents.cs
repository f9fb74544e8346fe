using System.Collections.Immutable;
using OneVisit.Domain.Sharing;

namespace OneVisit.Domain.Cases;

/// <summary>Where a register says something else than the household told.</summary>
/// <param name="Field">See <see cref="DataFields"/>.</param>
/// <param name="Register">See <see cref="DataRegisters"/>.</param>
/// <param name="AsOf">The day of which the register speaks.</param>
public sealed record DataDifference(string Field, [property: SealedInJournal] string Told, [property: SealedInJournal] string Found, string Register, DateOnly AsOf);

/// <summary>The household answered what the data check found.</summary>
/// <param name="Agrees">It is right as found.</param>
/// <param name="Reason">Why it is not right; <c>null</c> when it is.</param>
public sealed record DifferencesAnswered(string TaskId, [property: SealedInJournal] bool Agrees, [property: SealedInJournal] string? Reason = null) : CaseEvent;

/// <summary>The days to object passed, and the household said nothing.</summary>
public sealed record DifferencesUnanswered(string TaskId) : CaseEvent;

/// <summary>What the registries of the sharing platform answered for the data check, unknown answers too. One that came late stands in an entry of its own.</summary>
public sealed record RegistersAnswered([property: SealedInJournal("[]")] ImmutableArray<AnswerNote> Answers) : CaseEvent;

/// <summary>What became of the household's right to object.</summary>
/// <param name="Agrees"><c>null</c>: they said nothing in time.</param>
public sealed record DifferencesAnswer(string TaskId, bool? Agrees, string? Reason, DateTimeOffset At);

/// <summary>The registers of the county's data check (信息核对), by the names that are kept.</summary>
public static class DataRegisters
{
    public static IReadOnlyList<string> All { get; } =
    [
        "household", "tax", "social-insurance", "real-estate", "market-entity", "housing-fund", "vehicle", "deposits", "insurance", "securities", "internet-finance", "other",
    ];
}

/// <summary>What a register can contradict, by the names that are kept.</summary>
public static class DataFields
{
    public static IReadOnlyList<string> All { get; } = ["income", "members", "vehicle", "homes", "property", "financial-assets", "business", "insurance", "other"];
}
