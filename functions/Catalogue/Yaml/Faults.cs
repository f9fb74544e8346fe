using System.Collections.Immutable;

namespace OneVisit.Catalogue.Yaml;

/// <summary>Collects mistakes, so that all are told at once.</summary>
internal sealed class Faults
{
    private readonly List<CatalogueFault> found = [];

    public void Add(FaultKind kind, string file, int line, string subject) => found.Add(new CatalogueFault(kind, file, line, subject));

    public bool Any => found.Count > 0;

    public ImmutableArray<CatalogueFault> InOrder() =>
        [.. found.OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Subject, StringComparer.Ordinal)];
}
