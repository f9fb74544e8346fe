using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Benefits;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Law;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.Cases;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Oversight;

/// <summary>A step of supervision with all its card needs. Full name and telephone only for whoever has to call or visit.</summary>
public sealed class MatterWords(CatalogueShelf shelf, MatterCabinet matters, PersonalData personal, TimeProvider clock)
{
    public TaskView View(MatterFile file, MatterStep step, Caller reader, Language language)
    {
        var (current, about, catalogue, now) = (file.Current, file.About, shelf.InForce, clock.GetUtcNow());
        var isTheirs = reader is Caller.Staff staff && MatterDecisions.IsFor(step, staff.Member, BeijingTime.DayOf(now));
        var calls = isTheirs && step is { IsOpen: true, Kind: StepKind.ContactRater or StepKind.RevisitRater or StepKind.VisitHousehold or StepKind.CheckBenefit };
        return new TaskView(
            current.MatterId, step.TaskId, step.Kind.Code(), RoundOf(step), about?.Current.Application.Service ?? "", step.Role.Code(), step.Office,
            about is null ? Sentences.Of(language, "matter.nobody") : calls ? personal.NameOf(about.Current).In(language) : about.Current.Applicant.NameMasked,
            calls && about is not null ? personal.PhoneOf(about.Current)?.In(language) : null,
            about is null ? ActorWords.OfOffice(step.Office, catalogue.Places, language) : CaseWords.VillageName(about, language), about?.Current.Application.Household.Members,
            BeijingTime.DayOf(step.OpenedAt), step.Due.On, step.StateAt(now).Code(),
            Unusual(current), StoryFor(current, isTheirs, language), [], (current.Subject as MatterSubject.OfBenefit)?.Monthly?.Yuan, Proposed(current)?.Yuan, null,
            step.Kind is StepKind.ReviewFile or StepKind.AnswerObjection && about is not null ? CaseWords.Materials(about, language) : [],
            step.Kind is StepKind.ReviewFile or StepKind.AnswerComplaint or StepKind.AnswerObjection && about is not null ? new TimelineWords(about, language).Acts : [], [],
            isTheirs ? MatterDecisions.ActionsFor(step, current.Subject) : [], null, null, Result(current, step, language), current.Version,
            About: current.Subject.AboutCase, Facts: Facts(current, step, language), Criteria: step.Kind == StepKind.ReviewFile ? Criteria(file, step, language) : null,
            MostDays: step.Kind switch
            {
                StepKind.ReviewFile => catalogue.SupervisionOn(clock.Today()).GuidanceLongest,
                StepKind.CheckBenefit => catalogue.SupervisionOn(clock.Today()).TaperMonths,
                _ => null,
            })
        {
            Representation = about is null ? null : RepresentationWords.Of(about, reader, clock.Today(), language).InFull(personal, about.Current, calls, calls, language),
        };
    }

    private static int RoundOf(MatterStep step) => int.Parse(step.TaskId[(step.TaskId.LastIndexOf('r') + 1)..], CultureInfo.InvariantCulture);

    private static string[] Unusual(Matter current) => current.Subject switch
    {
        MatterSubject.OfReview review => [.. review.Reasons.Select(reason => "drawn-" + reason.Code())],
        MatterSubject.OfComplaint { ContactSealed: null } or MatterSubject.OfObjection { ContactSealed: null } => ["anonymous"],
        MatterSubject.OfBenefit benefit => ["benefit-" + benefit.Cause.Code(), .. benefit.Alone == true ? ["benefit-alone"] : Array.Empty<string>()],
        _ => [],
    };

    private string? StoryFor(Matter current, bool isTheirs, Language language) => isTheirs && personal.WordsOf(current) is { } words
        ? string.Join('\n', new[] { words, personal.ContactOf(current) }.OfType<Opened>().Select(opened => opened.In(language)).Distinct(StringComparer.Ordinal))
        : null;

    private static Money? Proposed(Matter current) => current.Steps.LastOrDefault(step => step is { Kind: StepKind.CheckBenefit, Done: not null })?.Done!.Act switch
    {
        MatterAct.BenefitChange change => change.Monthly,
        MatterAct.BenefitTaper taper => taper.Monthly,
        _ => null,
    };

    private List<string> Facts(Matter current, MatterStep step, Language language)
    {
        var lines = new List<string>();
        if (current.Subject is MatterSubject.OfRemedy rating)
            lines.AddRange(Rated(rating, language));
        if (current.Subject is MatterSubject.OfComplaint complaint)
            lines.Add(Sentences.Of(language, "matter.complaint." + complaint.Kind.Code()));
        if (current.Subject is MatterSubject.OfBenefit benefit)
            lines.AddRange(Drawn(benefit, language));
        if (current.Subject is MatterSubject.OfObjection objection)
            lines.Add(Sentences.Of(language, "matter.objection", objection.Notice));
        lines.AddRange(current.Steps.Where(known => known.Done is not null && known.TaskId != step.TaskId)
            .Select(known => Sentences.Of(
                language, "matter.done", Sentences.Of(language, "act." + known.Done!.Act.Name), ActorWords.Of(known.Done.By, language), Sentences.Day(language, BeijingTime.DayOf(known.Done.At)),
                Said(known.Done.Act, language))));
        return lines;
    }

    private static IEnumerable<string> Drawn(MatterSubject.OfBenefit benefit, Language language)
    {
        yield return benefit.Monthly is { } monthly ? Sentences.Of(language, "benefit.draws", Sentences.Yuan(language, monthly.Yuan)) : Sentences.Of(language, "benefit.standing");
        yield return Sentences.Of(language, "benefit.cause." + benefit.Cause.Code());
        if (benefit.On is { } on)
            yield return Sentences.Of(language, "benefit.day", Sentences.Day(language, on));
    }

    private IEnumerable<string> Rated(MatterSubject.OfRemedy rating, Language language)
    {
        var grades = shelf.InForce.Grades;
        yield return Sentences.Of(language, "matter.rated", rating.Stars, grades.Find(rating.Stars)!.Name.In(language));
        if (!rating.Tags.IsEmpty)
            yield return Sentences.Of(language, "matter.tags", string.Join(Sentences.Of(language, "list.separator"), rating.Tags.Select(tag => grades.Tag(tag)?.Name.In(language) ?? tag)));
        if (rating.Comment is { } comment)
            yield return Sentences.Of(language, "matter.comment", comment);
    }

    private List<CriterionView> Criteria(MatterFile file, MatterStep step, Language language)
    {
        var world = matters.World(file.About);
        var reviewed = (step.Done?.Act as MatterAct.Reviewed)?.Answers;
        return [.. shelf.InForce.Criteria.All.Select(criterion => new CriterionView(
            criterion.Id, criterion.Name.In(language), criterion.Points,
            (reviewed?.FirstOrDefault(answer => answer.Criterion == criterion.Id)?.Answer ?? world.Known(criterion))?.Code(), Proof(criterion, world, language), criterion.Status.Code()))];
    }

    private static string? Proof(Criterion criterion, MatterWorld world, Language language) =>
        world.Facts.FirstOrDefault(fact => fact.Name == criterion.Fact) is { Result: not (null or Answer.NotApplicable) } fact
            ? Sentences.Of(
                language, "proof." + fact.Name, fact.From is { } from ? Sentences.Day(language, from) : "", fact.Until is { } until ? Sentences.Day(language, until) : "",
                fact.Count, string.Join(Sentences.Of(language, "list.separator"), fact.Names))
            : null;

    private static TaskResult? Result(Matter current, MatterStep step, Language language) => step.Done is not { } done ? null : new(
        done.Act.Name, ActorWords.Of(done.By, language) ?? "", done.At, null, Said(done.Act, language),
        [.. current.OpenSteps.Where(open => open.OpenedAt >= done.At).Select(open => open.Kind.Code())]);

    private static string Said(MatterAct act, Language language) => act switch
    {
        MatterAct.Reviewed reviewed => string.Join(
            Sentences.Of(language, "note.separator"),
            [Sentences.Of(language, "matter.score", reviewed.Score, Sentences.Of(language, "grade." + reviewed.Grade.Code())), .. reviewed.Guidance?.Items ?? []]),
        MatterAct.Answered answered => Sentences.Of(language, "matter.finding", Sentences.Of(language, "finding." + answered.Finding.Code()), answered.Words),
        MatterAct.BenefitChange change => Sentences.Of(language, "benefit.change", Sentences.Yuan(language, change.Monthly.Yuan), change.Words),
        MatterAct.BenefitTaper taper => Sentences.Of(language, "benefit.taper", taper.Months, Sentences.Yuan(language, taper.Monthly.Yuan), taper.Words),
        MatterAct.BenefitStop { DiedOn: { } day } stop => Sentences.Of(language, "benefit.stop-died", Sentences.Day(language, day), stop.Words),
        _ => act.WordsGiven ?? "",
    };
}
