using OneVisit.Contracts;
using OneVisit.Conversation.Cards;
using OneVisit.Conversation.Staff;
using OneVisit.Conversation.Words;
using OneVisit.Domain;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation;

/// <summary>The desk of a member of staff: tasks as cards, outcomes, files, a look at a case. What somebody may do is decided by the back office alone.</summary>
/// <param name="papers">Where staff open a paper, followed by <c>{caseId}/{documentId}</c>; <c>null</c>: papers are only counted.</param>
/// <param name="service">The service whose papers are named; <c>null</c>: their codes have to do.</param>
public sealed class StaffDesk(Uri? papers = null, Service? service = null)
{
    /// <summary>While an agent applies with a client: whether what is heard is meant for the desk all the same.</summary>
    public static bool Wants(Heard heard) => heard switch
    {
        Heard.Picked picked => DeskTalk.IsDesks(picked.Value),
        Heard.Posted posted => posted.Fields.ContainsKey(CardKeys.Act) || (posted.Fields.TryGetValue("pick", out var pick) && DeskTalk.IsDesks(pick)),
        Heard.Said said => DeskTalk.IsDesksWord(said.Text),
        Heard.Noticed => true,
        Heard.EffectAnswered answered => answered.Effect is Effect.ListWork or Effect.Act or Effect.ListClients or Effect.AskMe or Effect.ShowCase or Effect.ListMatrices or Effect.ShowMatrix or Effect.ChangeMatrix or Effect.ListStaff or Effect.NoteAbsence or Effect.EndAbsence or Effect.HandOver or Effect.ReplacePhone or Effect.NoteActingEnd or Effect.Reveal or Effect.Upload { CaseId: not null },
        _ => false,
    };

    /// <summary>What the desk says when an application for a client is through.</summary>
    public Say BackFromClient(StaffState state)
    {
        var turn = new DeskTurn(state, papers, service);
        return new Say.Words(turn.Book[Phrase.ClientDone], [new Choice(turn.Book[Phrase.ChoiceMyClients], DeskClients.ListValue), DeskClients.Apply(turn), turn.MyTasks]);
    }

    /// <summary>The card of a task as it stands for its reader.</summary>
    public Say.Card Card(Language language, TaskView task) => DeskTurn.CardOf(Phrasebook.Of(language), task, papers, inPlace: true);

    /// <summary>The card of a task that is not the reader's to see.</summary>
    public Say.Card Gone(Language language, string caseId, string taskId) => GoneTaskCard.Of(Phrasebook.Of(language), caseId, taskId);

    public Step<StaffState> Next(StaffState state, Heard heard)
    {
        var turn = new DeskTurn(state, papers, service);
        switch (heard)
        {
            case Heard.Joined: DeskTalk.Greet(turn); break;
            case Heard.Said said: DeskTalk.Hear(turn, said.Text); break;
            case Heard.Picked picked: DeskTalk.Press(turn, picked.Value); break;
            case Heard.Posted posted: Outcomes.Post(turn, posted.Fields); break;
            case Heard.SentFiles sent: DeskFiles.Receive(turn, sent.Files); break;
            case Heard.EffectAnswered answered: DeskAnswers.Take(turn, answered.Effect, answered.Result); break;
            case Heard.Noticed noticed:
                DeskNotices.Tell(turn, noticed.Notice, noticed.Task);
                // A message in between takes the question about the files off the screen.
                if (!turn.State.WaitingFiles.IsEmpty) turn.Effect = new Effect.ListWork();
                break;
        }
        return turn.End();
    }
}
