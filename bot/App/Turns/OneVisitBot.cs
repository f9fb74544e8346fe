using System.Collections.Immutable;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using OneVisit.Bot.BackOffices;
using OneVisit.Bot.Limits;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Storage;

namespace OneVisit.Bot.Turns;

/// <summary>The bot as the Bot Framework calls it.</summary>
internal sealed class OneVisitBot(TurnRunner runner, CardActions cards, LateActivities late, BackOffice office, NoticeAsking notices, TimeProvider clock, VisitorLanguages languages, PageWords words, ChatPace pace, BotSettings settings) : ActivityHandler
{
    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => HearAsync(turnContext, cancellationToken);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => HearAsync(turnContext, cancellationToken);

    protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        HearAsync(turnContext, cancellationToken);

    /// <summary>Teams: somebody has installed the app.</summary>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => HearAsync(turnContext, cancellationToken);

    protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        cards.AnswerAsync(turnContext, invokeValue.Action, cancellationToken);

    /// <summary>Answers an activity that had to wait for the store.</summary>
    public Task AnswerLateAsync(ITurnContext turn, CancellationToken stop) => runner.RunAsync(turn, (talk, speaker, token) => HeardAsync(turn, talk, speaker, token), stop);

    private async Task HearAsync(ITurnContext turn, CancellationToken stop)
    {
        // Without a channel and a conversation there is nobody to answer.
        if (turn.Activity is not { ChannelId.Length: > 0, Conversation.Id.Length: > 0 } || IsOfTheChannel(turn.Activity)) return;
        if (pace.Take(turn.Activity) is not Pace.Hear and var slower)
        {
            if (slower == Pace.AskToWait) await turn.SendActivityAsync(MessageFactory.Text(string.Format(null, words[languages.LanguageOf(turn.Activity), "botTooFast"], settings.HelpPhone)), stop);
            return;
        }
        // What came before and still waits goes first.
        if (late.IsWaiting(turn.Activity))
        {
            late.Add(turn.Activity);
            return;
        }
        try
        {
            await AnswerLateAsync(turn, stop);
        }
        catch (Exception silent) when (silent is StorageUnavailableException or BackOfficeSilentException or BackOfficeBrokeException)
        {
            await turn.SendActivityAsync(MessageFactory.Text(words[languages.LanguageOf(turn.Activity), "botWait"]), stop);
            late.Add(turn.Activity);
        }
    }

    // That somebody is there may be told in the channel's own name, before any person has spoken: the conversation is not the channel's. People of tokens are all called so.
    private static bool IsOfTheChannel(IActivity activity) =>
        activity is { ChannelId: ChatLines.Channel, Type: ActivityTypes.ConversationUpdate } && activity.From?.Id?.StartsWith(ChatUserId.Prefix, StringComparison.Ordinal) != true;

    private async Task<Heard?> HeardAsync(ITurnContext turn, Talk talk, Speaker speaker, CancellationToken stop)
    {
        var activity = turn.Activity;
        if (activity.Id is { } id && talk.Answered.Contains(id)) return null;
        if (Hearing.OutboxIdOf(activity) is { } kept && talk.Answered.Contains(kept)) return null;
        if (activity is { Type: ActivityTypes.Event, Name: Hearing.OpenTaskEvent }) return speaker.IsStaff ? await TaskAsync(activity, speaker, stop) : null;
        var heard = Hearing.Of(activity);
        if (heard is Heard.SentFiles && TeamsAccounts.IsTeams(activity))
        {
            // They lie where only Teams' own clients may read; the page takes them.
            await turn.SendActivityAsync(MessageFactory.Text(string.Format(null, words[speaker.Language, "botNoFilesInTeams"], new Uri(settings.PublicUrl, "staff"))), stop);
            return null;
        }
        return heard is Heard.Joined && talk.Joined && activity.Name != Hearing.LanguageEvent ? await ReturnedAsync(activity, talk, speaker, stop) : heard;
    }

    // What was said before is not on a page that begins a new conversation: it is told where they were, and what came meanwhile.
    private async Task<Heard?> ReturnedAsync(Activity activity, Talk talk, Speaker speaker, CancellationToken stop)
    {
        var here = activity.Conversation.Id;
        if (!talk.IsNewest(here) || (talk.Conversation == here && !talk.MissedIn(here).Any())) return null;
        if (speaker.IsStaff) return new Heard.Joined();
        var missed = ImmutableArray.CreateBuilder<Notice>();
        foreach (var notice in talk.MissedIn(here))
            if (await notices.AgainAsync(notice, speaker, stop) is { } whole) missed.Add(whole);
        return new Heard.Returned(missed.ToImmutable());
    }

    private async Task<Heard?> TaskAsync(Activity activity, Speaker speaker, CancellationToken stop)
    {
        if (Hearing.TaskOf(activity) is not var (caseId, taskId)) return null;
        if (await office.GetAsync<TaskView>(speaker, Paths.Task(caseId, taskId), stop) is not Answer<TaskView>.Got { Value: var task }) return null;
        var asked = new Notice("asked-" + activity.Id, speaker.Participant, NoticeKinds.TaskOpened, caseId, taskId, clock.GetUtcNow(), new Dictionary<string, string>());
        return new Heard.Noticed(asked, task);
    }
}
