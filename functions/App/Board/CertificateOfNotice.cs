using System.Collections.Immutable;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Issuing;
using OneVisit.Functions.Words;
using OneVisit.Papers.Issued;

namespace OneVisit.Functions.Board;

/// <summary>The certificate (公示证明) of every notice that hung its full time, once all objections made to it are answered; signed by who posted it.</summary>
public sealed class CertificateOfNotice(NoticePoster poster) : IOfficePaper
{
    public string Kind => PaperKinds.NoticeCertificate;

    public IEnumerable<DuePaper> DueIn(CaseFile file)
    {
        string? before = null;
        foreach (var hung in Hung(file).Where(hung => hung.Objections.All(objection => !objection.IsOpen)))
        {
            var number = IssuedNumbers.Of(Kind, hung.Posted.Until.Year, file.CaseId, hung.Posted.Round);
            yield return new(number, hung.ProvedAt, Offices.InChargeOf(file.Current.Applicant.VillageCode, OfficeLevel.Township))
            {
                Signers = [OfficeNames.Both(language => ActorWords.Of(hung.By, language) ?? "")],
                TaskId = hung.Posted.TaskId,
                Replaces = before,
            };
            before = number;
        }
    }

    public OfficePaper Set(CaseFile file, DuePaper due, OfficeMarks marks)
    {
        var hung = Hung(file).First(hung => hung.Posted.TaskId == due.TaskId);
        var (current, posted) = (file.Current, hung.Posted);
        var places = file.Catalogue.Places;
        var (township, village) = (places.Township(current.Applicant.TownshipCode)?.Name, places.Village(current.Applicant.VillageCode)?.Name);
        return NoticeCertificate.Of(
            new CertificateFacts
            {
                NoticeNumber = poster.NumberThen(current, posted) ?? "",
                Sheet = new NoticeSheet(
                    new MaskedName(current.Applicant.NameMasked), current.Application.Service, file.Procedure.Grants, posted.From, posted.Until, posted.Members,
                    NoticeSheet.AmountOn(file.Procedure, posted.Amount)),
                Service = file.Service.Name,
                Place = new($"{township?.Zh}{village?.Zh}", string.Join(", ", new[] { village?.En, township?.En }.OfType<string>())),
                EndedOn = BeijingTime.DayOf(hung.EndedAt),
                Objections = [.. hung.Objections.Select(objection => new CertifiedObjection(
                    objection.Matter, BeijingTime.DayOf(objection.RaisedAt),
                    OfficeNames.Both(language => Sentences.Of(language, "finding." + objection.Finding!.Value.Code())), BeijingTime.DayOf(objection.AnsweredAt!.Value)))],
            },
            marks);
    }

    private static IEnumerable<HungNotice> Hung(CaseFile file)
    {
        foreach (var entry in file.Entries)
        {
            if (entry.Event is not PublicNoticeEnded ended || file.Current.Task(ended.TaskId)?.Done is not { } done)
                continue;
            var posted = file.Entries.Select(known => known.Event).OfType<PublicNoticeOpened>().Last(known => known.TaskId == ended.TaskId);
            yield return new(posted, done.By, entry.At, [.. file.Current.Objections.Where(objection => objection.Round == ended.Round)]);
        }
    }

    private sealed record HungNotice(PublicNoticeOpened Posted, Actor By, DateTimeOffset EndedAt, ImmutableArray<NoticeObjection> Objections)
    {
        /// <summary>When all that it tells had happened.</summary>
        public DateTimeOffset ProvedAt => Objections.Select(objection => objection.AnsweredAt ?? EndedAt).Append(EndedAt).Max();
    }
}
