using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

public partial class TurnContext
{
    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (string.IsNullOrWhiteSpace(textReplyToSend)) throw new ArgumentNullException(nameof(textReplyToSend));
        var message = new Activity(ActivityTypes.Message) { Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak)) message.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint)) message.InputHint = inputHint;
        return SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        BotAssert.ActivityNotNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses is [var first, ..] ? first : new ResourceResponse(); // A hook may have kept it from being sent.
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var here = Activity.GetConversationReference();
        var outgoing = activities.Select(activity => activity.ApplyConversationReference(here)).ToList(); // A list: hooks may change it.
        return FromHook(0);

        Task<ResourceResponse[]> FromHook(int next) =>
            next == onSend.Count ? DeliverAsync(outgoing, cancellationToken) : onSend[next](this, outgoing, () => FromHook(next + 1));
    }

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        BotAssert.ActivityNotNull(activity);
        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return FromHook(0);

        Task<ResourceResponse> FromHook(int next) =>
            next == onUpdate.Count ? Adapter.UpdateActivityAsync(this, addressed, cancellationToken) : onUpdate[next](this, addressed, () => FromHook(next + 1));
    }

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(activityId)) throw new ArgumentNullException(nameof(activityId));
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteActivityAsync(reference, cancellationToken);
    }

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        BotAssert.ConversationReferenceNotNull(conversationReference);
        return FromHook(0);

        Task FromHook(int next) =>
            next == onDelete.Count ? Adapter.DeleteActivityAsync(this, conversationReference, cancellationToken) : onDelete[next](this, conversationReference, () => FromHook(next + 1));
    }

    private async Task<ResourceResponse[]> DeliverAsync(List<Activity> outgoing, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(outgoing)
            : await Adapter.SendActivitiesAsync(this, [.. outgoing], cancellationToken).ConfigureAwait(false);
        for (var index = 0; index < responses.Length; index++)
        {
            if (Activity.DeliveryMode != DeliveryModes.ExpectReplies) outgoing[index].Id = responses[index].Id;
            if (outgoing[index].Type != ActivityTypes.Trace) Responded = true;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> outgoing)
    {
        foreach (var activity in outgoing)
        {
            BufferedReplyActivities.Add(activity);
            if (activity.Type == ActivityTypesEx.InvokeResponse) TurnState.Add(BotAdapter.InvokeResponseKey, activity);
        }

        return [.. outgoing.Select(_ => new ResourceResponse())];
    }
}
