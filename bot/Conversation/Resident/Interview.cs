using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Understanding;
using OneVisit.Domain.Eligibility;
using OneVisit.Domain.Interview;

namespace OneVisit.Conversation.Resident;

/// <summary>The interview as it stands with a state. Kept while the state tells the same, since a turn asks several times.</summary>
/// <remarks>Incomes by person and kind are no talk for a chat: never asked, the township works them out, and what hangs on them stays open.</remarks>
internal sealed class Interview(DialogueWorld world, DateOnly today)
{
    private (HouseholdFacts Start, ImmutableArray<Answered> Answers, ImmutableArray<string> Services) of;
    private Told told = new();
    private Household? household;
    private Interviewer? interviewer;
    private Domain.Interview.Step? step;

    public Told Told(DialogueState state)
    {
        Renew(state);
        return told;
    }

    public Household Household(DialogueState state)
    {
        Renew(state);
        return household ??= told.Household;
    }

    public Interviewer Interviewer(DialogueState state)
    {
        Renew(state);
        return interviewer ??= new Interviewer(world.Interview, world.Services, world.ParametersOn(today), state.Services, held: [Question.Incomes]);
    }

    public Domain.Interview.Step Step(DialogueState state)
    {
        Renew(state);
        return step ??= Interviewer(state).Next(told);
    }

    private void Renew(DialogueState state)
    {
        if (ReferenceEquals(of.Start, state.Household) && of.Answers == state.Answers && of.Services == state.Services) return;
        of = (state.Household, state.Answers, state.Services);
        told = new Told { Start = state.Household.ToDomain(), Answers = state.Answers };
        (household, interviewer, step) = (null, null, null);
    }
}
