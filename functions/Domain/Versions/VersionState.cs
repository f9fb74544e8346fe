using System.Collections.Immutable;

namespace OneVisit.Domain.Versions;

/// <summary>What an operator looks at.</summary>
/// <param name="Version">In force today.</param>
/// <param name="Number">Its number in the book; <c>null</c>: it does not stand there.</param>
/// <param name="Troubles">What ought to be or become in force, and cannot be read.</param>
public sealed record VersionState(string Version, int? Number, bool IsBuiltIn, ImmutableArray<VersionTrouble> Troubles)
{
    /// <summary>The same is in force, and the same is wrong.</summary>
    public bool IsLike(VersionState other) => Version == other.Version && Number == other.Number && Wrong() == other.Wrong();

    /// <summary>All troubles in one line; <c>null</c>: none.</summary>
    public string? Wrong() => Troubles.IsEmpty ? null : string.Join("; ", Troubles);
}

/// <param name="Version"><c>null</c>: the book itself.</param>
public sealed record VersionTrouble(string? Version, ImmutableArray<string> Faults)
{
    private const int MostTold = 3;

    /// <summary>For the log and the health page: the first few mistakes, as an editor can jump to them.</summary>
    public override string ToString() =>
        $"{Version ?? "ledger"}: {string.Join(", ", Faults.Take(MostTold))}{(Faults.Length > MostTold ? $" (+{Faults.Length - MostTold})" : "")}";
}
