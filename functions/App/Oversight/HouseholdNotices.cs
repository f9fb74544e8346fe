using System.Diagnostics;
using OneVisit.Contracts;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Process;

namespace OneVisit.Functions.Oversight;

/// <summary>What a household is told of a matter: under the number of their case; that of the matter is none of theirs.</summary>
internal static class HouseholdNotices
{
    /// <returns><c>null</c>: nothing, or there is nobody to tell. Who acted for the person and does no longer hears nothing.</returns>
    public static Notice? Of(MatterFile file, SupervisionEntry entry) =>
        Hears(file, entry) is { } news && !file.About!.Current.IsCutOffOn(BeijingTime.DayOf(entry.At))
            ? new(IdOf(file, entry, news.Kind, file.About.Current.Participant), file.About.Current.Participant, news.Kind, file.About.CaseId, null, entry.At, news.Data, Activity.Current?.Id)
            : null;

    /// <summary>One of them, as it was sent.</summary>
    public static Told Find(MatterFile file, int sequence, string noticeId, string reader)
    {
        if (file.Entries.FirstOrDefault(entry => entry.Sequence == sequence) is not { } entry || Hears(file, entry) is not { } news || IdOf(file, entry, news.Kind, reader) != noticeId)
            return new Told.Unknown();
        return Of(file, entry) is { } notice && notice.To == reader ? new Told.Here(notice) : new Told.NotTheirs();
    }

    private static string IdOf(MatterFile file, SupervisionEntry entry, string kind, string reader) => $"{file.Current.MatterId}.{entry.Sequence}.{kind}.{reader.Replace(':', '-')}";

    private static (string Kind, Dictionary<string, string> Data)? Hears(MatterFile file, SupervisionEntry entry) =>
        file is { Current.Subject: MatterSubject.OfRemedy or MatterSubject.OfBenefit, About: not null } ? Hears(file.Current, entry.Event) : null;

    private static (string Kind, Dictionary<string, string> Data)? Hears(Matter current, SupervisionEvent happened) => happened switch
    {
        _ when current.Subject is MatterSubject.OfBenefit benefit => BenefitNotices.Of(current, benefit, happened),
        StepDone { Act: MatterAct.Fixed } => (NoticeKinds.RatingFixed, []),
        MatterClosed when current.Last<MatterAct.Excluded>() is null && current.Last<MatterAct.Revisited>()?.Act is MatterAct.Revisited revisited =>
            (NoticeKinds.RatingRemedied, new() { ["satisfied"] = revisited.Satisfied ? "yes" : "no" }),
        _ => null,
    };
}
