using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;
using OneVisit.Catalogue;
using OneVisit.Contracts;
using OneVisit.Domain;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;
using OneVisit.Functions.FrontDoor;
using OneVisit.Functions.Words;
using OneVisit.Storage;

namespace OneVisit.Functions.Staffing;

/// <summary>People, their absences and hand-overs as they are told to staff.</summary>
internal static class StaffWords
{
    public static StaffPersonView View(StaffMember member, StaffMember reader, CityCatalogue catalogue, DateOnly today, Language language)
    {
        var away = member.AbsenceOn(today) ?? member.Absences.FirstOrDefault(absence => absence.From > today);
        return new(
            member.Id, member.Name,
            [.. member.PostsOn(today).Select(post => Sentences.Of(language, "desk", ActorWords.OfOffice(post.Office, catalogue.Places, language), ActorWords.Of(post.Role, language)))],
            away?.From, away?.To, AbsenceDecisions.MayNote(member, reader, today));
    }

    public static HandOverView View(HandOverRecord record, IReadOnlyList<HandOverLine> lines, Language language) => new(
        record.Id, record.Person, record.PersonName, record.To, record.ToName, ActorWords.Of(record.By, language) ?? "", record.StartedAt, record.FinishedAt,
        lines.Count(line => line.Outcome is null), [.. lines.Where(line => line.Outcome is not null).Select(line => View(line, language))]);

    /// <summary>Decides on an absence, keeps it, and tells when the person is away.</summary>
    public static async Task<IActionResult> AnswerAsync(
        HttpRequest request, StaffDirectory directory, string staffId, Func<StaffMember, AbsenceDecision> decide, ILogger logger, DateOnly today, CancellationToken cancellation)
    {
        AbsenceDecision? decision = null;
        var member = await directory.ChangeAsync(staffId, known => known is not null && (decision = decide(known)) is AbsenceDecision.Accepted accepted ? accepted.Member : null, cancellation);
        if (decision is AbsenceDecision.Refused refused)
            return StaffProblems.Of(request, refused);
        if (member is null)
            return Problems.NotFound(request);
        logger.LogInformation("When {Staff} is away was changed by {Participant}", staffId, request.Caller().Participant);
        return Answers.Json(new AbsencesView(
            member.Id, member.Name, [.. member.Absences.Where(absence => !(absence.To < today.AddMonths(-1))).Select(absence => new AbsenceView(absence.From, absence.To, absence.Reason, absence.StandIn))]));
    }

    private static HandOverCaseView View(HandOverLine line, Language language)
    {
        var outcome = line.Outcome!.Value.ToString().ToLowerInvariant();
        return new(line.CaseId, outcome, Sentences.Of(language, "hand-over." + outcome), line.To);
    }
}

/// <summary>Refusals about people, as problem details.</summary>
internal static class StaffProblems
{
    public static IActionResult SuperiorsOnly(HttpRequest request) => Problems.Of(request.Language(), 403, ProblemCodes.OtherDesk, Sentences.Of(request.Language(), "problem.superiors-only"));

    public static IActionResult Of(HttpRequest request, AbsenceDecision.Refused refused)
    {
        if (refused.Reason == AbsenceRefusal.NotTheirs)
            return SuperiorsOnly(request);
        if (refused.Reason == AbsenceRefusal.NotAway)
            return Problems.Of(request.Language(), 409, ProblemCodes.OutOfOrder, Sentences.Of(request.Language(), "problem.not-away"));
        var errors = new FieldErrors(request.Language());
        switch (refused.Reason)
        {
            case AbsenceRefusal.WrongPeriod:
                errors.Add(refused.Field, "field.absence-period", AbsenceDecisions.DaysBack);
                break;
            case AbsenceRefusal.WordsRequired:
                errors.Add(refused.Field, "field.absence-reason", AbsenceDecisions.ReasonLongest);
                break;
            default:
                errors.Add(refused.Field, "field.absence-stand-in");
                break;
        }
        return Problems.Invalid(request, errors.Fields);
    }
}
