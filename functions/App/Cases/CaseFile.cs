using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>A case as it stands, with the journal it is folded from and the procedure it was accepted under.</summary>
/// <param name="Catalogue">The version the case goes by to its end.</param>
public sealed record CaseFile(Case Current, ImmutableArray<Entry> Entries, CityCatalogue Catalogue, Service Service, Procedure Procedure)
{
    public string CaseId => Current.CaseId;

    /// <summary>The journal as it was read or written, for who writes on; <c>null</c>: it was told from elsewhere.</summary>
    internal JournalRead? Read { get; init; }
}

/// <summary>What came of a wish to do something with a case.</summary>
public abstract record Acted
{
    /// <param name="File">The case after it.</param>
    public sealed record Done(CaseFile File) : Acted;

    /// <summary>The domain refused; nothing was written but the attempt itself, where attempts are counted.</summary>
    public sealed record Refused(Decision.Refused Why, CaseFile File) : Acted;

    public sealed record NoSuchCase : Acted;

    private Acted()
    {
    }
}
