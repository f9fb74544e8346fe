using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>How far a case was published, without reading its journal. May lag behind the journal, never leads it.</summary>
/// <param name="Version">Of the journal it was made from; 0 before there is one.</param>
/// <param name="Finished">Nothing will happen by itself any more.</param>
public sealed record CaseProjection(string CaseId, int Version, bool Finished)
{
    public static CaseProjection Of(Case current) => new(current.CaseId, current.Version, current.IsClosed);
}
