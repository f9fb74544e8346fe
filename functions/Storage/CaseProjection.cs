using System.Collections.Immutable;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Storage;

/// <summary>What lists of cases show, without reading journals. May lag behind the journal, never leads it.</summary>
/// <param name="Version">Of the journal it was made from.</param>
/// <param name="Finished">Nothing will happen by itself any more.</param>
public sealed record CaseProjection(
    string CaseId, string Service, CaseStatus Status, ImmutableArray<StageKind> CurrentStages, DateOnly SubmittedOn,
    DateOnly DueOn, bool DueIsProvisional, DateTimeOffset YellowAt, DateTimeOffset RedAt, string Participant,
    string Village, string Township, bool CanRate, int Version, bool Finished, DateTimeOffset? DecidedAt = null, int? Rating = null)
{
    public static CaseProjection Of(Case current)
    {
        var promise = current.Promise ?? throw new InvalidOperationException($"Case {current.CaseId} was not accepted.");
        return new CaseProjection(
            current.CaseId, current.Application.Service, current.Status, [.. current.CurrentStages], BeijingTime.DayOf(current.SubmittedAt),
            promise.Due.On, promise.Due.IsProvisional, promise.YellowAt, promise.RedAt, current.Participant,
            current.Applicant.VillageCode, current.Applicant.TownshipCode, current.CanRate, current.Version, current.IsClosed,
            current.Decision?.At, current.Rating?.Stars);
    }

    /// <summary>The clock of the whole case; it stops at the decision.</summary>
    public DueState StateAt(DateTimeOffset now) => DueStates.Of(YellowAt, RedAt, DecidedAt ?? now);
}
