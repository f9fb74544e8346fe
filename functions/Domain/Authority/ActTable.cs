using System.Collections.Frozen;

namespace OneVisit.Domain.Authority;

/// <summary>
/// Who may do what, in one table: every operation and every act of a card has a line in <c>acts.txt</c>, and what has none is nobody's to do. What depends on
/// the content of a case (two signatures, amounts, the order of the steps) is decided where it is known, beside it and never instead of it.
/// </summary>
public sealed class ActTable
{
    /// <summary>The line of an act of a card on a case, by its name.</summary>
    public const string CasePrefix = "case:";

    public const string MatterPrefix = "matter:";

    private readonly FrozenDictionary<string, ActLine> lines;

    internal ActTable(IReadOnlyList<ActLine> all)
    {
        All = all;
        lines = all.ToFrozenDictionary(line => line.Act, StringComparer.Ordinal);
    }

    /// <summary>The one that holds.</summary>
    public static ActTable InForce { get; } = ActTableReader.ReadOwn();

    /// <summary>In the order written.</summary>
    public IReadOnlyList<ActLine> All { get; }

    /// <param name="function">Name of a function that HTTP reaches.</param>
    /// <returns><c>null</c>: nobody may.</returns>
    public ActLine? Operation(string function) => lines.GetValueOrDefault(function);

    /// <param name="act">As it was posted.</param>
    /// <returns><c>null</c>: nobody may.</returns>
    public ActLine? OnCase(string? act) => lines.GetValueOrDefault(CasePrefix + act);

    /// <param name="act">As it was posted.</param>
    /// <returns><c>null</c>: nobody may.</returns>
    public ActLine? OnMatter(string? act) => lines.GetValueOrDefault(MatterPrefix + act);
}
