using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Board;
using OneVisit.Functions.Cases;
using OneVisit.Functions.Filing;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Folder;

/// <summary>Puts a case on one page. What is the office's own business (reviews, the package) is for staff.</summary>
public sealed class FolderWords(NoticePoster notices, CatalogueShelf shelf, TimeProvider clock)
{
    public CaseFolder View(CaseFile file, bool forStaff, Language language)
    {
        var current = file.Current;
        var places = file.Catalogue.Places;
        return new(
            current.CaseId, current.Application.Service, file.Service.Name.In(language), current.Status.Code(), BeijingTime.DayOf(current.SubmittedAt),
            current.Promise?.AcceptedOn, current.Promise?.Due.On, current.Promise?.Due.IsProvisional == true, current.StateAt(clock.GetUtcNow()).Code(),
            current.Applicant.NameMasked, CaseWords.VillageName(file, language), places.Township(current.Applicant.TownshipCode)?.Name.In(language) ?? current.Applicant.TownshipCode,
            NoticeRules.MembersOf(current), AgentOf(file, language),
            [.. new FolderStages(file, shelf.InForce.Calendar, clock.GetUtcNow(), language).All()],
            [.. current.Pauses.Select(pause => new FolderPause(
                Sentences.Of(language, "pause." + pause.Cause), BeijingTime.DayOf(pause.From), pause.ResumedAt is { } resumed ? BeijingTime.DayOf(resumed) : null))],
            current.Extension is { } extension ? Sentences.Of(language, "extension." + extension.Cause) : null,
            [.. Timeline(file, language)], CaseWords.Materials(file, language), CaseWords.PapersOf(current, language),
            [.. Notices(file, language)], [.. current.Objections.Select(objection => Objection(objection, language))],
            Decision(file, language), [.. Laws(file).Select(law => law.In(language)).Distinct()], Rating(current, language),
            forStaff ? CaseWords.ReviewOf(current) : null, forStaff ? Package(file, language) : null, current.Visits.Length, file.Entries.Length, file.Entries[^1].Hash)
        {
            Representative = RepresentationWords.Lines(file, clock.Today(), language),
        };
    }

    /// <summary>What happened, in the words of the office. What only moves the clockwork, and who opened papers, is left out.</summary>
    private static IEnumerable<FolderEvent> Timeline(CaseFile file, Language language)
    {
        var words = new TimelineWords(file, language);
        foreach (var entry in file.Entries.Where(entry => entry.Event is not (TaskOpened or PaperSeen)))
        {
            var what = entry.Event is TaskDone done ? Done(done, file, language) : Sentences.Of(language, "event." + entry.Event.Type);
            yield return new(entry.At, what, ActorWords.Acting(entry.Actor, language), words.Note(entry.Event));
        }
    }

    private static string Done(TaskDone done, CaseFile file, Language language)
    {
        var act = Sentences.Of(language, "act." + done.Act.Name);
        return file.Current.Task(done.TaskId) is { Round: > 1 and var round } ? Sentences.Of(language, "folder.round", act, round) : act;
    }

    private IEnumerable<FolderNotice> Notices(CaseFile file, Language language)
    {
        foreach (var posted in file.Entries.Select(entry => entry.Event).OfType<PublicNoticeOpened>())
        {
            var hangs = file.Current.Notice is { IsHanging: true } && file.Current.Notice.TaskId == posted.TaskId;
            var ended = file.Entries.Any(entry => entry.Event is PublicNoticeEnded over && over.TaskId == posted.TaskId);
            yield return new(
                notices.NumberThen(file.Current, posted) ?? "", posted.Round, posted.From, posted.Until, hangs ? "hangs" : ended ? "ended" : "taken-down", posted.Members,
                AmountHung(posted, file, language), hangs ? CaseWords.BoardOf(file.Current) : null);
        }
    }

    private static string AmountHung(PublicNoticeOpened posted, CaseFile file, Language language) => (posted.Amount, NoticeSheet.AmountOn(file.Procedure, posted.Amount)) switch
    {
        (_, { } hung) => AmountIn(hung, file, language),
        ({ }, null) => Sentences.Of(language, "notice.amount-left-out"),
        _ => Sentences.Of(language, "notice.no-amount"),
    };

    private static FolderObjection Objection(NoticeObjection objection, Language language) => new(
        objection.Matter, BeijingTime.DayOf(objection.RaisedAt), objection.Finding is { } finding ? Sentences.Of(language, "finding." + finding.Code()) : null,
        objection.AnsweredAt is { } at ? BeijingTime.DayOf(at) : null, objection.AnsweredBy is { } by ? ActorWords.Of(by, language) : null);

    private static FolderDecision? Decision(CaseFile file, Language language)
    {
        if (file.Current.Decision is not { } decision)
            return null;
        var (outcome, reason) = decision.Outcome switch
        {
            CaseOutcome.Approved { Monthly: { Yuan: 0 } } => (Sentences.Of(language, "notice.stops"), null),
            CaseOutcome.Approved approved => ((approved.Monthly ?? approved.Once) is { } amount
                ? $"{Sentences.Of(language, "act.approve")}{Sentences.Of(language, "note.separator")}{AmountIn(amount, file, language)}"
                : Sentences.Of(language, "act.approve"), null),
            CaseOutcome.Refused refused => (Sentences.Of(language, "act.refuse"), (string?)refused.Reason),
            CaseOutcome.NotAccepted turned => (Sentences.Of(language, "act.not-accepted"), turned.Reason),
            _ => (Sentences.Of(language, "act.refuse"), null),
        };
        return new(
            outcome, reason, ActorWords.Of(decision.By, language) ?? "", decision.At, file.Current.DeliveredAt is { } delivered ? BeijingTime.DayOf(delivered) : null, file.Current.RegisterNumber);
    }

    private static IEnumerable<Domain.Law.LawReference> Laws(CaseFile file) =>
        file.Procedure.Stages.Where(stage => stage.Kind == StageKind.Decide).Select(stage => stage.Law).OfType<Domain.Law.LawReference>().Concat(file.Service.Laws);

    private FolderRating? Rating(Case current, Language language) => current.Rating is { } rating
        ? new(rating.Stars, [.. rating.Tags.Select(tag => shelf.InForce.Grades.Tag(tag)?.Name.In(language) ?? tag)], rating.Comment, BeijingTime.DayOf(rating.At))
        : null;

    private static FolderPackage? Package(CaseFile file, Language language) => file.Current.Package is { } package
        ? new(package.Items, package.Hash, [.. package.Missing.Select(piece => FilePapers.NameOf(piece, file, language))], BeijingTime.DayOf(package.At))
        : null;

    private string? AgentOf(CaseFile file, Language language) => file.Current.Mandate is { } mandate && mandate.IsActiveOn(clock.Today())
        ? Sentences.Of(language, "folder.agent", mandate.Person?.Name ?? ActorWords.OfOffice(mandate.HolderOffice, file.Catalogue.Places, language), Sentences.Day(language, mandate.ExpiresOn))
        : null;

    private static string AmountIn(Money amount, CaseFile file, Language language) =>
        Sentences.Of(language, file.Procedure.Grants == Grants.Once ? "note.once" : "note.amount", Sentences.Yuan(language, amount.Yuan));
}
