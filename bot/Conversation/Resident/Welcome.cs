using OneVisit.Conversation.Words;

namespace OneVisit.Conversation.Resident;

/// <summary>Somebody opened the page: greeted once; who comes back goes on where they were.</summary>
internal static class Welcome
{
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
}
