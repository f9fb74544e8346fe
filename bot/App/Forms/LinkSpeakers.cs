using OneVisit.Bot.BackOffices;
using OneVisit.Bot.State;
using OneVisit.Bot.Turns;

namespace OneVisit.Bot.Forms;

/// <summary>Who follows a link from a conversation's cards, with what was proven there. Where somebody left the conversation, or signed out of it, its links lead nowhere.</summary>
internal sealed class LinkSpeakers(TalkBook talks)
{
    /// <returns><c>null</c>: the conversation is not this person's, or was left.</returns>
    public async Task<Speaker?> OfAsync(FormLink link, CancellationToken stop)
    {
        var talk = await StoragePatience.PatientlyAsync(limit => talks.ReadAsync(link.ChannelId, link.ConversationId, limit), stop);
        // Of a conversation that is not remembered nothing is proven: the back office says what that opens.
        return talk.IsLeft || (Speaker.IsStaffs(link.Participant) && !talk.IsOpenIn(link.ConversationId, TimeProvider.System.GetUtcNow())) || (talk.Participant is { } owner && owner != link.Participant) ? null : link.Speaker with { Proofs = new ProofPurse(talk.Proofs) };
    }
}
