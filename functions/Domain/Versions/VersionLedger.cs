using System.Collections.Immutable;

namespace OneVisit.Domain.Versions;

/// <summary>The book of all versions and activations, append-only. Both in the order they were written.</summary>
public sealed record VersionLedger(ImmutableArray<KeptVersion> Versions, ImmutableArray<VersionActivation> Activations)
{
    public static VersionLedger Empty { get; } = new([], []);

    /// <param name="name">Its number, or its id.</param>
    public KeptVersion? Find(string? name) => Versions.FirstOrDefault(version => version.Id == name || Written(version.Number) == name);

    /// <summary>
    /// What may be in force on a day, the rightful one first; the next ones count only if those before them cannot be read.
    /// The latest word holds: an activation replaces everything that had been planned for its first day or later.
    /// </summary>
    public IEnumerable<VersionActivation> On(DateOnly day) => Activations.Reverse().Where(activation => activation.From <= day);

    /// <summary>What is to come after a day, in order of the days. Nothing that a later word has replaced.</summary>
    public IEnumerable<VersionActivation> After(DateOnly day) => Activations
        .Where((activation, at) => activation.From > day && Activations.Skip(at + 1).All(later => later.From > activation.From))
        .OrderBy(activation => activation.From);

    public VersionLedger With(KeptVersion version) => this with { Versions = Versions.Add(version) };

    public VersionLedger With(VersionActivation activation) => this with { Activations = Activations.Add(activation) };

    /// <summary>Is everything that stood in an earlier state of the book still there?</summary>
    public bool Continues(VersionLedger before) =>
        Versions.Take(before.Versions.Length).SequenceEqual(before.Versions) && Activations.Take(before.Activations.Length).SequenceEqual(before.Activations);

    private static string Written(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
