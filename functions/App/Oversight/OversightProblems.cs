using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Domain.Supervision;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;

namespace OneVisit.Functions.Oversight;

/// <summary>A refusal in supervision as problem details: status, stable code, and a sentence that says who could act.</summary>
internal static class OversightProblems
{
    public static IActionResult ReviewersOnly(HttpRequest request) => Problems.Of(
        request.Language(), 403, ProblemCodes.OtherDesk, Sentences.Of(request.Language(), "problem.reviewers-only", ActorWords.Of(Role.CityReviewer, request.Language())));

    public static IActionResult CityOnly(HttpRequest request) => Problems.Of(
        request.Language(), 403, ProblemCodes.OtherDesk,
        Sentences.Of(request.Language(), "problem.city-only", ActorWords.Of(Role.CityReviewer, request.Language()), ActorWords.Of(Role.BureauOfficer, request.Language())));

    public static IActionResult Of(HttpRequest request, MatterDecision.Refused refused, CityCatalogue catalogue)
    {
        var language = request.Language();
        return refused.Reason switch
        {
            MatterRefusal.UnknownTask => Problems.NotFound(request),
            MatterRefusal.AlreadyDone => AlreadyDone(language, refused),
            MatterRefusal.NotTheirDesk => OtherDesk(language, "problem.other-desk", refused, catalogue),
            MatterRefusal.AboutThemselves => OtherDesk(language, "problem.about-themselves", refused, catalogue),
            MatterRefusal.CityOnly => CityOnly(request),
            MatterRefusal.ReviewerOnly => ReviewersOnly(request),
            MatterRefusal.AlreadySuspended => Problems.Of(language, 409, ProblemCodes.OutOfOrder, Sentences.Of(language, "problem.already-suspended")),
            MatterRefusal.StandsIn => Problems.Of(language, 409, ProblemCodes.OutOfOrder, Sentences.Of(language, "problem.stands-in", ActorWords.OfOffice(refused.Could!.Office, catalogue.Places, language))),
            MatterRefusal.NoBenefit => Problems.Of(language, 409, ProblemCodes.OutOfOrder, Sentences.Of(language, "problem.no-benefit")),
            MatterRefusal.NotSuspended => Problems.Of(language, 409, ProblemCodes.OutOfOrder, Sentences.Of(language, "problem.not-suspended")),
            _ => Invalid(request, refused, catalogue),
        };
    }

    private static IActionResult AlreadyDone(Language language, MatterDecision.Refused refused)
    {
        var (by, at) = (ActorWords.Of(refused.Before!.By, language), refused.Before.At);
        return Problems.Of(
            language, 409, ProblemCodes.AlreadyDone, Sentences.Of(language, "problem.already-done", by, Sentences.Day(language, BeijingTime.DayOf(at))), actedBy: by, actedAt: at);
    }

    private static IActionResult OtherDesk(Language language, string sentence, MatterDecision.Refused refused, CityCatalogue catalogue) =>
        Problems.Of(language, 403, ProblemCodes.OtherDesk, Sentences.Of(language, sentence, Desk(language, refused.Could!, catalogue)));

    private static string Desk(Language language, Post post, CityCatalogue catalogue) =>
        Sentences.Of(language, "desk", ActorWords.OfOffice(post.Office, catalogue.Places, language), ActorWords.Of(post.Role, language));

    private static IActionResult Invalid(HttpRequest request, MatterDecision.Refused refused, CityCatalogue catalogue)
    {
        var language = request.Language();
        var errors = new FieldErrors(language);
        var (sentence, facts) = Fault(language, refused, catalogue);
        errors.Add(refused.Field ?? "action", sentence, facts);
        return Problems.Invalid(request, errors.Fields);
    }

    private static (string Sentence, object?[] Facts) Fault(Language language, MatterDecision.Refused refused, CityCatalogue catalogue) => refused.Reason switch
    {
        MatterRefusal.UnknownAction => ("field.action", []),
        MatterRefusal.WordsRequired => ("field.words", [Limits.ReasonShortest, Limits.ReasonLongest]),
        MatterRefusal.AnswersRequired => ("field.answers", [string.Join(Sentences.Of(language, "list.separator"), refused.About.Select(id => catalogue.Criteria.Find(id)!.Name.In(language)))]),
        MatterRefusal.GuidanceRequired => ("field.guidance", [Limits.Items, Limits.ItemLongest]),
        MatterRefusal.DaysOutOfRange => ("field.guidance-days", [refused.Most]),
        MatterRefusal.ComplexityRequired => ("field.complexity", []),
        MatterRefusal.SatisfactionRequired => ("field.satisfied", []),
        MatterRefusal.FindingRequired => ("field.finding", []),
        MatterRefusal.TwoInvestigatorsRequired => ("field.two-investigators", [Limits.Investigators]),
        MatterRefusal.LinesRequired => ("field.authority-lines", [refused.Most]),
        MatterRefusal.LinesMeet => ("field.authority-meet", []),
        MatterRefusal.NoSuchLine => ("field.authority-no-line", []),
        MatterRefusal.AmountOutOfRange => ("field.authority-amount", [Sentences.Yuan(language, Limits.MonthlyAmount)]),
        MatterRefusal.TextRequired => ("field.authority-text", [refused.Most]),
        MatterRefusal.UnknownReference => ("field.unknown-reference", []),
        MatterRefusal.WrongPeriod => ("field.period", []),
        MatterRefusal.AmountRequired => ("field.benefit-amount", [Limits.MonthlyAmount]),
        MatterRefusal.MonthsOutOfRange => ("field.benefit-months", [refused.Most]),
        MatterRefusal.DayRequired => ("field.benefit-day", []),
        MatterRefusal.SuspendedToo => ("field.suspended-too", [Desk(language, refused.Could!, catalogue)]),
        MatterRefusal.NobodyThere => ("field.nobody-there", [Desk(language, refused.Could!, catalogue)]),
        _ => throw new InvalidOperationException($"There are no words for the refusal {refused.Reason}."),
    };
}
