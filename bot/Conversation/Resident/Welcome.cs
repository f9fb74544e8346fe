using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Somebody opened the page: greeted once; who comes back goes on where they were.</summary>
internal static class Welcome
{
    /// <summary>What was said before is not shown any more: they are told where they were and what came meanwhile, and asked on.</summary>
    public static void Back(Turn turn, ImmutableArray<Notice> missed)
    {
        turn.State = WithoutUnseen(turn.State);
        var last = LastTime(turn);
        if (last is null && missed.IsEmpty)
        {
            Greet(turn);
            return;
        }
        turn.Lead(turn.Book[Phrase.HelloBack]);
        if (last is not null) turn.Lead(last);
        if (!missed.IsEmpty) turn.Say(turn.Book[Phrase.BackMissed]);
        foreach (var notice in missed) Notices.Tell(turn, notice);
        AskOn(turn);
    }

    public static void Greet(Turn turn)
    {
        switch (turn.State.Stage)
        {
            case not Stage.Greeting when turn.State.Complaint is not null:
                turn.Lead(turn.Book[Phrase.HelloAgain]);
                ComplaintTalk.Ask(turn);
                break;
            case Stage.Greeting when turn.State.Client is not null:
                turn.State = turn.State with { Stage = Stage.Story };
                turn.Say(turn.Book[Phrase.ClientHello], [.. turn.Current().Choices(turn), new Choice(turn.Book[Phrase.ChoiceDropClient], Staff.DeskClients.DropValue)]);
                break;
            case Stage.Greeting:
                turn.GoTo(Stage.Greeting);
                turn.State = turn.State with { Stage = Stage.Story };
                break;
            case Stage.Story when turn.State.Story is null:
                turn.Say(turn.Book[Phrase.Hello], turn.Current().Choices(turn));
                break;
            case Stage.Home:
                turn.Say(turn.Book[Phrase.HelloHome], turn.Current().Choices(turn));
                break;
            default:
                turn.Lead(turn.Book[Phrase.HelloAgain]);
                turn.Current().Ask(turn);
                break;
        }
    }

    /// <summary>Where they were. Nobody's words are quoted: another of the household may be reading.</summary>
    public static string? LastTime(Turn turn) => turn.State switch
    {
        { Naming: not null } => turn.Book[Phrase.BackNaming],
        { Complaint: not null } => turn.Book[Phrase.BackComplaint],
        { Changing: not null } => turn.Book[Phrase.BackChanging],
        { Mandating: not null } => turn.Book[Phrase.BackMandating],
        { Stage: Stage.Home } home => Cases(home) is { IsEmpty: false } cases ? turn.Book[Phrase.BackCases, turn.Book.List(cases)] : null,
        { Stage: var stage } when stage.IsOpening() => null,
        { Applying: true } => turn.Book[Phrase.BackApplying, turn.ServiceNames],
        _ => turn.Book[Phrase.BackAsking],
    };

    // A question that stands before nobody's eyes any more catches no answer: a yes would end something, a sentence would be handed in. Each can be come by again.
    private static DialogueState WithoutUnseen(DialogueState state) => state with
    {
        LeaveAsked = false, RestartAsked = false, RevokeAsked = [], EndActingAsked = null, StopActingAsked = null, Proving = null, Rating = null, Found = null,
        Changing = state.Changing is { } told ? told with { Cause = null } : null,
    };

    // What lies over the rest comes first, in the order in which it hears.
    private static void AskOn(Turn turn)
    {
        if (turn.State.Naming is not null) NamingTalk.AskOn(turn);
        else if (turn.State.Complaint is not null) ComplaintTalk.Ask(turn);
        else if (turn.State.Changing is not null) ChangeTalk.Ask(turn);
        else if (turn.State.Mandating is not null) MandateTalk.Ask(turn);
        else turn.Current().Ask(turn);
    }

    private static ImmutableArray<string> Cases(DialogueState home) => !home.LastCases.IsEmpty ? home.LastCases : home.LastReceipt is { } receipt ? [receipt.CaseId] : [];
}
