using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace OneVisit.Local.BotBuilder.Tests.Stage;

/// <summary>An adapter whose channel is a list.</summary>
internal sealed class StageAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<string> Deleted { get; } = [];

    public Task PlayAsync(Activity activity, BotCallbackHandler turn) => RunPipelineAsync(new TurnContext(this, activity), turn, default);

    public Task PlayAsync(Activity activity, IBot bot) => PlayAsync(activity, bot.OnTurnAsync);

    public override Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        foreach (var activity in activities.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse)) turnContext.TurnState.Add(InvokeResponseKey, activity);
        Sent.AddRange(activities);
        return Task.FromResult(activities.Select((_, index) => new ResourceResponse($"sent-{Sent.Count - activities.Length + index + 1}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference.ActivityId);
        return Task.CompletedTask;
    }
}

internal static class Script
{
    public static Activity Said(string text = "hello", string type = ActivityTypes.Message) => new(type)
    {
        Id = "a1",
        Text = text,
        ChannelId = "directline",
        ServiceUrl = "http://127.0.0.1/",
        Locale = "zh-CN",
        From = new ChannelAccount("dl_zhang", "张三"),
        Recipient = new ChannelAccount("bot"),
        Conversation = new ConversationAccount(id: "c1"),
    };
}
