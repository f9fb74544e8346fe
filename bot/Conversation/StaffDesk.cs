using OneVisit.Conversation.Staff;
using OneVisit.Domain.Services;

namespace OneVisit.Conversation;

/// <summary>The desk of a member of staff: tasks as cards, outcomes, files, a look at a case. What somebody may do is decided by the back office alone.</summary>
/// <param name="papers">Where staff open a paper, followed by <c>{caseId}/{documentId}</c>; <c>null</c>: papers are only counted.</param>
/// <param name="service">The service whose papers are named; <c>null</c>: their codes have to do.</param>
public sealed class StaffDesk(Uri? papers = null, Service? service = null)
{
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
            case Heard.EffectAnswered answered: DeskAnswers.Take(turn, answered.Result); break;
            case Heard.Noticed noticed:
                DeskNotices.Tell(turn, noticed.Notice, noticed.Task);
                // A message in between takes the question about the files off the screen.
                if (!turn.State.WaitingFiles.IsEmpty) turn.Effect = new Effect.ListWork();
                break;
        }
        return turn.End();
    }
}
