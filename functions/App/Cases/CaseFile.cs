using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Storage;

namespace OneVisit.Functions.Cases;

/// <summary>A case as it stands, with the journal it is folded from and the procedure it was accepted under.</summary>
/// <param name="Catalogue">The version the case goes by to its end.</param>
public sealed record CaseFile(Case Current, ImmutableArray<Entry> Entries, CityCatalogue Catalogue, Service Service, Procedure Procedure)
{
    public string CaseId => Current.CaseId;

    /// <summary>It lies in that conversation, or lay there once.</summary>
    public bool WasOf(string participant) => Entries.Any(entry => entry.Event is Submitted submitted && submitted.Participant == participant || entry.Event is TakenOver taken && taken.Participant == participant);

    /// <summary>The journal as it was read or written, for who writes on; <c>null</c>: it was told from elsewhere.</summary>
    internal JournalRead? Read { get; init; }

    /// <summary>The line of the table of acts under which somebody was let in to it; <c>null</c>: nobody was, or their act has a line of its own.</summary>
    internal ActLine? Under { get; init; }

    /// <summary>It was let in for an act whose time it is not: only that it is so already can come of it.</summary>
    internal Decision.Refused? OutOfTime => Under?.Against(Current);

    /// <summary>What holds of a decision where the case stands.</summary>
    internal Decision Judge(Decision decision) => Under?.Hold(Current, decision) ?? decision;
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
