using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>How far a case was published, without reading its journal. May lag behind the journal, never leads it.</summary>
/// <param name="Version">Of the journal it was made from; 0 before there is one.</param>
/// <param name="Finished">Nothing will happen by itself any more.</param>
/// <param name="AwaitsCalendarOf">A year whose calendar some day of the case waits for; <c>null</c>: none.</param>
public sealed record CaseProjection(string CaseId, int Version, bool Finished, int? AwaitsCalendarOf = null)
{
    public static CaseProjection Of(Case current) => new(current.CaseId, current.Version, current.IsClosed, current.AwaitsCalendarOf);
}
