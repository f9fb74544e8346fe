using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Understanding;
using OneVisit.Conversation.Words;
using OneVisit.Domain;

namespace OneVisit.Conversation.Resident;

/// <summary>All of it once more, masked; then it is submitted. The same stage waits for the answer to a submission.</summary>
internal sealed class SummaryScene(Stage stage) : Scene(stage)
{
    /// <summary>Stands for: submit it. The same while a submission is waited for and after it went through.</summary>
    public const string SubmitValue = $"{nameof(Stage.Summary)}:yes";

    public override string Prefix(Turn turn) => $"{nameof(Stage.Summary)}:";

    public override ImmutableArray<Choice> Choices(Turn turn) => [new(turn.Book[Phrase.ChoiceSubmit], SubmitValue), new(turn.Book[Phrase.ChoiceChange], Tokens.Change)];

    /// <summary>After a submission that did not go through.</summary>
    public static ImmutableArray<Choice> RetryChoices(Turn turn) => [new(turn.Book[Phrase.ChoiceRetry], SubmitValue), new(turn.Book[Phrase.ChoiceChange], Tokens.Change)];

    public override void Ask(Turn turn)
    {
        turn.Show(new Say.Card(SummaryCard.Of(turn), turn.Book[Phrase.SummaryTitle]));
        turn.Say(turn.Book[Phrase.SummaryQuestion], Choices(turn));
    }

    public override string Unclear(Turn turn, Reply reply) => turn.Book[Phrase.NotSubmitted];

    public override bool Hear(Turn turn, Reply reply)
    {
        if (reply.YesNo == true || (reply.Token is null && (reply.Plain.IsCommand("submit") || reply.Plain.IsCommand("apply")))) return Submit(turn);
        if (reply.YesNo != false) return false;
        turn.Say(turn.Book[Phrase.NotSubmitted], Choices(turn));
        return true;
    }

    /// <summary>Submits under the id the draft has had since the summary was shown, however often it is pressed.</summary>
    private static bool Submit(Turn turn)
    {
        var state = turn.State;
        if (state.Draft is not { Name: { } name, IdNumber: { } id, Phone: { } phone, Village: { } village, Privacy: { } privacy })
        {
            turn.Continue();
            return true;
        }
        var acting = Acting.Details(state.Draft);
        if (acting is null && Acting.IsForAnother(turn))
        {
            turn.Continue();
            return true;
        }
        turn.State = state with { Stage = Stage.Submitting, Misses = 0 };
        var (household, applicant, papers) = (turn.Household.ToWire(), new ApplicantDetails(name, id, phone, village) { Grid = state.Draft.Grid }, turn.Materials.Codes.ToArray());
        var mandate = state.Draft is { Mandate: true, Plan: { } plan } ? plan.Offer(acting?.Name ?? name, plan.Code) : null;
        var (choices, relatives) = (PaperOption.Choices(PaperOption.Chosen(turn)), RelativesScene.Told(state.Draft));
        turn.Do(turn.Chosen is [var only]
            ? new Effect.Submit(new SubmitCase(turn.EnsureSubmissionId(), only.Code, state.Language.Code(), household, applicant, papers, privacy, state.Draft.Mandate == true, state.Story, choices, mandate) { Relatives = relatives, Representative = acting })
            : new Effect.Apply(new SubmitApplication(
                turn.EnsureSubmissionId(), [.. turn.Chosen.Select(service => service.Code)], state.Language.Code(), household, applicant, papers, privacy, state.Draft.Mandate == true, state.Story, choices, mandate) { Relatives = relatives, Representative = acting }));
        return true;
    }
}
