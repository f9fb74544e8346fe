using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Errands;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>
/// One turn with a person: read what is remembered, hear, run the errands it leads to, remember, speak. Turns with one person follow
/// each other, in whatever conversations; across several copies of the bot the store's versions decide, and the slower one does its turn anew. Errands may run twice.
/// </summary>
internal sealed class TurnRunner(
    TalkBook talks, Dialogues dialogues, ErrandRunner errands, Outbox outbox, AddressBook addresses, Speaking speaking, WhoSpeaks who, NoticeQueue notices,
    KeyedLock locks, VisitorLanguages languages, PageWords words)
{
    /// <summary>A dialogue that asks for more errands than this in one turn is in a loop.</summary>
    private const int MostErrands = 8;

    private const int MostTries = 5;

    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(700);

    /// <param name="hear">What is heard, given what is remembered; <c>null</c> when there is nothing to do.</param>
    public async Task RunAsync(ITurnContext turn, Func<Talk, Speaker, CancellationToken, Task<Heard?>> hear, CancellationToken stop)
    {
        var activity = turn.Activity;
        if (await who.OfAsync(activity, stop) is not { } participant)
        {
            // Who asked is told; who did not is left in peace.
            if (!IsOurs(activity)) await turn.SendActivityAsync(MessageFactory.Text(who.Refusal(activity)), stop);
            return;
        }
        using var span = Operations.Telemetry.Source.StartActivity("turn");
        using var alone = await locks.EnterAsync(TalkState.KeyOf(activity), stop);
        for (var tries = 1; ; tries++)
        {
            var before = await StoragePatience.PatientlyAsync(limit => talks.ReadAsync(turn, limit), stop);
            if (before.Participant is { } owner && owner != participant)
            {
                if (IsOurs(activity)) return;
                if (!TeamsAccounts.IsTeams(activity))
                {
                    // An account that went to somebody else while its page was open: signed in anew they begin anew.
                    await turn.SendActivityAsync(MessageFactory.Text(who.Refusal(activity)), stop);
                    return;
                }
                // The account is somebody else's now, as the directory says: they begin anew, and what was the other's is not theirs.
                before = new Talk();
            }
            // They may have gone on in a new conversation since: they are told there.
            if (IsOurs(activity)) activity.Conversation.Id = before.Conversation ?? activity.Conversation.Id;
            try
            {
                if (!IsOurs(activity) && !await StoragePatience.PatientlyAsync(limit => talks.IsTheirsAsync(activity, limit), stop)) return;
                if (await TakeAsync(turn, before, participant, hear, stop) is { } says) await speaking.SayAsync(turn, participant, activity.Name == Hearing.OpenTaskEvent ? [.. says.Select(Anew)] : says, stop);
                return;
            }
            catch (StateChangedException) when (tries < MostTries)
            {
                // Somebody was faster elsewhere: look again.
            }
        }
    }

    private async Task<List<Say>?> TakeAsync(ITurnContext turn, Talk before, string participant, Func<Talk, Speaker, CancellationToken, Task<Heard?>> hear, CancellationToken stop)
    {
        var staff = Speaker.IsStaffs(participant);
        var isOpen = !staff || before.IsOpenIn(turn.Activity.Conversation.Id, TimeProvider.System.GetUtcNow());
        if (!isOpen && !IsOurs(turn.Activity)) return SignedOut(turn.Activity, before);
        var talk = Dialogues.InLocale(before with { Participant = participant }, staff, turn.Activity.Type is ActivityTypes.Message or ActivityTypes.Event or ActivityTypes.ConversationUpdate or ActivityTypes.InstallationUpdate ? languages.LocaleOf(turn.Activity) : null);
        var purse = new ProofPurse(talk.Proofs);
        if (await hear(talk, new Speaker(participant, Dialogues.LanguageOf(talk)) { Proofs = purse }, stop) is not { } heard) return null;
        // Only what had still to be handed on is heard of in a conversation that was left, and that is noted without a word.
        if (talk.IsLeft && heard is not Heard.EffectAnswered) return heard is Heard.Said or Heard.Picked or Heard.Posted or Heard.SentFiles ? [new Say.Words(words[Dialogues.LanguageOf(talk), "botLeft"])] : null;
        if (!isOpen && heard is not Heard.EffectAnswered) return null;
        talk = await HereAsync(turn, talk, participant, stop) with { Joined = true };
        var (after, says) = await ConverseAsync(turn, talk.HavingAnswered(turn.Activity.Id).HavingAnswered(Hearing.OutboxIdOf(turn.Activity)), staff, heard, purse, stop);
        if (after.IsLeft) (after, says) = (after.Left(), talk.IsLeft ? [] : says);
        else after = Noted(turn.Activity, after, staff, heard) with { Proofs = purse.Words };
        if (!isOpen) (after, says) = (after with { Outcomes = [.. after.Outcomes, .. says.OfType<Say.Words>().Select(said => said.Text)] }, []);
        else if (heard is Heard.Joined && staff) (after, says) = await WithWhatWaitedAsync(after, says, stop);
        await StoragePatience.PatientlyAsync(limit => talks.WriteAsync(turn, after, limit), stop);
        return says;
    }

    // What came while they were at no page is told now: messages by the way of all messages, which tells none twice.
    private async Task<(Talk, List<Say>)> WithWhatWaitedAsync(Talk talk, List<Say> says, CancellationToken stop)
    {
        if (!talk.Waiting.IsEmpty) await StoragePatience.PatientlyAsync(limit => notices.SendAsync(talk.Waiting, limit), stop);
        return (talk with { Waiting = [], Outcomes = [] }, [.. talk.Outcomes.Select(text => new Say.Words(text)), .. says]);
    }

    // What they typed or pressed was not taken, which they are told; a page that is still open closes itself.
    private List<Say> SignedOut(Activity activity, Talk talk) => activity.Type == ActivityTypes.Message ? [new Say.Words(words[Dialogues.LanguageOf(talk), "botSignedOut"]), new Say.Left(IsLost: true)] : [new Say.Left()];

    // Who speaks on a page that was left open, in an older conversation, is answered there, and reached where they are now.
    private async Task<Talk> HereAsync(ITurnContext turn, Talk talk, string participant, CancellationToken stop)
    {
        if (IsOurs(turn.Activity) || !talk.IsNewest(turn.Activity.Conversation.Id)) return talk;
        var digest = await StoragePatience.PatientlyAsync(limit => addresses.KeepAsync(turn, participant, talk.AddressDigest, goesAbout: Speaker.IsStaffs(participant), limit), stop);
        return talk with { AddressDigest = digest, Conversation = turn.Activity.Conversation.Id };
    }

    // Staff find all their open work whenever they come.
    private static Talk Noted(Activity activity, Talk talk, bool staff, Heard heard) => heard switch
    {
        Heard.Noticed { Notice: var notice } when !staff => talk.HavingTold(NoticeWords.Without(notice), activity.Conversation.Id),
        Heard.Returned => talk.HavingToldAgain(activity.Conversation.Id) with { IsRetold = true },
        Heard.Said or Heard.Picked or Heard.Posted or Heard.SentFiles => talk.HavingSpoken(activity.Conversation.Id),
        _ => talk,
    };

    private async Task<(Talk Talk, List<Say> Says)> ConverseAsync(ITurnContext turn, Talk talk, bool staff, Heard heard, ProofPurse purse, CancellationToken stop)
    {
        var says = new List<Say>();
        var dialogue = dialogues.Now();
        var move = Next(dialogue, talk, staff, heard, says);
        for (var count = 1; move.Effect is { } effect; count++)
        {
            if (count > MostErrands) throw new InvalidOperationException($"The conversation asks for {effect.GetType().Name} again and again.");
            if (effect is Effect.Leave) return (move.Talk.Left(), [.. says, new Say.Left()]);
            var speaker = new Speaker(move.Talk.Participant!, Dialogues.LanguageOf(move.Talk)) { Proofs = purse };
            var serviceUrl = turn.Activity.ServiceUrl;
            var kept = PendingErrands.Of(effect, serviceUrl, TimeProvider.System.GetUtcNow(), purse.Words);
            // What waits already goes first.
            var result = kept is not null && !move.Talk.Pending.IsEmpty ? new EffectResult.Unreachable() : await WithTypingAsync(turn, errands.RunAsync(effect, speaker, serviceUrl, stop), stop);
            if (result is EffectResult.Unreachable && kept is not null)
            {
                await StoragePatience.PatientlyAsync(limit => outbox.AddAsync(AddressBook.AddressOf(turn), limit), stop);
                says.Add(new Say.Words(words[speaker.Language, "botWait"]));
                return (move.Talk with { Pending = move.Talk.Pending.With(kept) }, says);
            }
            move = Next(dialogue, move.Talk, staff, new Heard.EffectAnswered(effect, result), says);
        }
        return (move.Talk, says);
    }

    // With its answer, an errand that waited is done.
    private static Move Next(Dialogue dialogue, Talk talk, bool staff, Heard heard, List<Say> says)
    {
        var move = dialogue.Next(heard is Heard.EffectAnswered answered ? talk with { Pending = talk.Pending.Without(answered.Effect) } : talk, staff, heard);
        says.AddRange(move.Says);
        return move;
    }

    // A turn that we began ourselves, to tell something.
    private static bool IsOurs(Activity activity) => activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation };

    // Who asks to see a task wants it before their eyes, not updated somewhere above.
    private static Say Anew(Say say) => say is Say.Card card ? card with { InPlace = false } : say;

    private static async Task<T> WithTypingAsync<T>(ITurnContext turn, Task<T> work, CancellationToken stop)
    {
        if (await Task.WhenAny(work, Task.Delay(Silence, stop)) != work) await Speaking.TypingAsync(turn, stop);
        return await work;
    }
}
