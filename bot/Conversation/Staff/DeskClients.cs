using System.Collections.Immutable;
using OneVisit.Contracts;
using OneVisit.Conversation.Words;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation.Staff;

/// <summary>An agent's clients: who, what is next, by when; and applying for somebody at their door.</summary>
internal static class DeskClients
{
    public const string ListValue = "cmd:clients";
    public const string ApplyValue = "cmd:apply-for";
    public const string DropValue = "cmd:drop-client";
    private const int AtOnce = 10;

    public static Choice Apply(DeskTurn turn) => new(turn.Book[Phrase.ChoiceApplyFor], ApplyValue);

    public static void List(DeskTurn turn, ImmutableArray<ClientView> clients)
    {
        if (clients.IsEmpty)
        {
            turn.Say(turn.Book[Phrase.ClientsNone], Apply(turn), turn.MyTasks);
            return;
        }
        var lines = clients.Take(AtOnce).Select(client => Line(turn.Book, client));
        turn.Say($"{turn.Book[Phrase.ClientsHere, clients.Length]}\n\n{string.Join('\n', lines)}", Apply(turn), turn.MyTasks);
    }

    /// <summary>The desk has heard who it speaks with: only an agent applies for somebody.</summary>
    public static void Begin(DeskTurn turn, Me me)
    {
        if (Roles.Parse(me.Role) is not { } role || !role.IsAgent())
        {
            turn.Say(turn.Book[Phrase.ClientsNotAgent], turn.MyTasks);
            return;
        }
        turn.State = turn.State with { Applying = new ClientAgent(me.Participant[Participants.StaffPrefix.Length..], me.Name, me.Office.Split('/')[0]) };
    }

    public static bool Press(DeskTurn turn, string value)
    {
        switch (value)
        {
            case ListValue:
                turn.Effect = new Effect.ListClients();
                return true;
            case ApplyValue:
                turn.Effect = new Effect.AskMe();
                return true;
            case DropValue:
                turn.State = turn.State with { Applying = null };
                turn.Say(turn.Book[Phrase.ClientDropped], Apply(turn), turn.MyTasks);
                return true;
            default:
                return false;
        }
    }

    private static string Line(Phrasebook book, ClientView client)
    {
        var next = client.WaitsForSignature ? book[Phrase.CaseMandateUnsigned] : client.Next.Count == 0 ? book[Phrase.CaseWaiting] : book.And(book.Stages(client.Next));
        var line = $"- {book[Phrase.ClientLine, Markdown.Escape(client.Client), Markdown.Escape(client.Village), client.CaseId, next, book.Day(client.DueOn), book.NameOr("due", client.DueState)]}";
        return client.Contact is { } contact ? $"{line}{book[Phrase.ClientContact, Markdown.Escape(contact.Name), Markdown.Escape(contact.Relation), Markdown.Escape(client.Phone)]}" : line;
    }
}
