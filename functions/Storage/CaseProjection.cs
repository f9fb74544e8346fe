using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>How far a case was published, without reading its journal. May lag behind the journal, never leads it.</summary>
/// <param name="Version">Of the journal it was made from; 0 before there is one.</param>
/// <param name="Finished">Nothing will happen by itself any more.</param>
/// <param name="Stage">The stage that is under way; <c>null</c>: none is, or a release wrote it that did not say.</param>
/// <param name="AwaitsCalendarOf">A year whose calendar some day of the case waits for; <c>null</c>: none.</param>
public sealed record CaseProjection(string CaseId, int Version, bool Finished, int? AwaitsCalendarOf = null, StageKind? Stage = null)
{
    public static CaseProjection Of(Case current) => new(current.CaseId, current.Version, current.IsClosed, current.AwaitsCalendarOf, current.OpenTasks.FirstOrDefault()?.Kind);
}
