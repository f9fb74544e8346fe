using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Interview;

/// <summary>Chooses what to ask next, so that the verdicts on all services in play are known after as few questions as can be. Holds no state.</summary>
/// <param name="services">All services of the city; those without rules have no verdict.</param>
/// <param name="wished">Codes of the services in play at the start, see <see cref="Relevance"/>.</param>
/// <param name="held">Facts that the sharing platform answers: never asked.</param>
public sealed class Interviewer(
    InterviewPlan plan, ImmutableArray<Service> services, EligibilityParameters parameters, IEnumerable<string> wished, params ImmutableArray<Question> held)
{
    private readonly ImmutableArray<string> start = [.. wished];

    public Step Next(Told told)
    {
        var household = told.Household;
        var verdicts = VerdictsOn(told, household);
        if (ToldPeople.Of(told, household)?.Next is { } next)
            return Ask(Inquiry.List(Checklist.WhoIsThere, next), new Outlook(plan, told, household, held), verdicts);
        var outlook = new Outlook(plan, told, household, held);
        return new Choice(plan, parameters, outlook, verdicts).Best() is { } best ? Ask(best, outlook, verdicts) : new Step.Finished(verdicts);
    }

    /// <summary>Why this is asked: the services it helps to decide, each with the lines of law that look at it.</summary>
    public ImmutableArray<Reason> Why(Told told, Inquiry inquiry)
    {
        var reasons = ImmutableArray.CreateBuilder<Reason>();
        foreach (var (service, evaluation) in VerdictsOn(told, told.Household))
        {
            if (Outlook.OpenOf(evaluation).Facts().Any(fact => Outlook.Covers(inquiry, fact)))
                reasons.Add(new Reason(service, evaluation.LinesOpenOn(fact => Outlook.Covers(inquiry, fact))));
        }
        return reasons.ToImmutable();
    }

    /// <summary>Codes of the services in play now: the wished ones, and those that follow from what was told.</summary>
    public ImmutableArray<string> InPlay(Told told) => Relevance.After(plan, start, told, parameters);

    private Step.Ask Ask(Inquiry inquiry, Outlook outlook, ImmutableArray<ServiceVerdict> verdicts) =>
        new(inquiry, outlook.OptionsOf(inquiry, parameters, verdicts), Math.Max(1, outlook.QuestionsAhead(verdicts)), verdicts);

    private ImmutableArray<ServiceVerdict> VerdictsOn(Told told, Household household)
    {
        var inPlay = InPlay(told);
        return
        [
            .. services.Where(service => !service.Eligibility.Versions.IsEmpty && inPlay.Contains(service.Code))
                .Select(service => new ServiceVerdict(service.Code, service.Eligibility.Evaluate(household, parameters))),
        ];
    }
}

/// <param name="Lines">Rules not known yet that look at what is asked; empty: it only makes the amount another.</param>
public sealed record Reason(string Service, ImmutableArray<RuleFinding> Lines);
