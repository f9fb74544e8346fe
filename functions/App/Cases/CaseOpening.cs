using System.Collections.Immutable;
using OneVisit.Catalogue;
using OneVisit.Domain.Calendars;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Cases;

/// <summary>What opens a case, before it has a number.</summary>
/// <param name="By">The agent who applies for the household; <c>null</c>: it applies itself.</param>
internal sealed record OpeningCase(Submitted Application, MandateWish? Mandate, Procedure Procedure, WorkingDayCalendar Calendar, Actor? By = null)
{
    /// <summary>With whom of the offices the household is related.</summary>
    public ImmutableArray<RelativeDeclared> Relatives { get; init; } = [];

    public (ImmutableArray<CaseEvent> Events, Actor Actor) Under(string caseId, DateTimeOffset now)
    {
        var decision = CaseDecisions.Submit(Application with { CaseId = caseId }, Mandate, Procedure, Calendar, now, By, Relatives);
        return decision is Decision.Accepted accepted
            ? (accepted.Events, accepted.Actor)
            : throw new InvalidOperationException($"The domain refused an application that had been found in order: {((Decision.Refused)decision).Reason}.");
    }
}

/// <summary>Makes the first events of a case: sealed applicant, the facts that its rules ask for, the frozen list, the preliminary verdict.</summary>
public sealed class CaseOpening(PersonalData personal)
{
    internal OpeningCase Of(
        JournalKey key, Submission submission, Service service, LinkedApplication? together, MaterialList list, string participant, DateTimeOffset now)
    {
        var today = BeijingTime.DayOf(now);
        var procedure = service.ProcedureOn(today);
        var household = KeptFor(service, procedure, submission, today);
        // What the platform turns out to hold is not asked for, so it does not follow later either.
        var asked = list.Lines.Where(line => line.IsAsked).Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        var choice = new MaterialChoice(submission.Choice.Later.Intersect(asked), submission.Choice.ByCommitment.Intersect(asked));
        var application = new Submitted(
            "", submission.Form.SubmissionId, service.Code, procedure.Version, participant, submission.Form.Language,
            personal.Seal(key, submission), household, FrozenList.Of(list, service.Code, choice, today, submission.Catalogue.Calendar), submission.Form.PrivacyNotice,
            Verdict(service, submission, today), personal.SealStory(key, PlainText.OrNull(submission.Form.Story)), submission.Catalogue.Version)
        {
            Stamp = new ListStamp(service.Version, now),
            Together = together,
            Representative = submission.Representative is { } who ? personal.Seal(key, who) : null,
        };
        return new(application, submission.Mandate, procedure, submission.Catalogue.Calendar, submission.By);
    }

    // What no rule of the service looks at, and no paper of its list depends on, is not kept.
    private static Household KeptFor(Service service, Procedure procedure, Submission submission, DateOnly today)
    {
        var parameters = submission.Catalogue.ParametersOn(today);
        // Who visits the household compares what is found with what was told.
        string[] always = procedure.Stages.Any(stage => stage.Kind == StageKind.Survey) ? [nameof(Household.Members), nameof(Household.MonthlyIncome)] : [];
        return NeededFacts.Of(submission.Household, Said, always);

        string Said(Household household) => string.Join(
            '\n',
            NeededFacts.Trace(service.Eligibility.Evaluate(household, parameters)),
            string.Join(' ', MaterialList.For([service], household, today, submission.Form.MandateToAgent).Codes));
    }

    private static PreliminaryVerdict Verdict(Service service, Submission submission, DateOnly today) =>
        service.Eligibility.Evaluate(submission.Household, submission.Catalogue.ParametersOn(today)).Verdict switch
        {
            Domain.Eligibility.Verdict.Likely likely => new(VerdictKind.Likely, likely.Monthly),
            Domain.Eligibility.Verdict.Unlikely => new(VerdictKind.Unlikely),
            _ => new(VerdictKind.Unknown),
        };
}
