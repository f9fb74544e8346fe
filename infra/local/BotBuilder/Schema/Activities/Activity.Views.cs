using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

public partial class Activity :
    IConversationUpdateActivity, IContactRelationUpdateActivity, IInstallationUpdateActivity, IMessageUpdateActivity, IMessageDeleteActivity,
    IMessageReactionActivity, ISuggestionActivity, ITypingActivity, IEndOfConversationActivity, IEventActivity, IInvokeActivity, ITraceActivity,
    IHandoffActivity, ICommandActivity, ICommandResultActivity
{
    public IMessageActivity AsMessageActivity() => Seen(ActivityTypes.Message);
    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() => Seen(ActivityTypes.ContactRelationUpdate);
    public IInstallationUpdateActivity AsInstallationUpdateActivity() => Seen(ActivityTypes.InstallationUpdate);
    public IConversationUpdateActivity AsConversationUpdateActivity() => Seen(ActivityTypes.ConversationUpdate);
    public ITypingActivity AsTypingActivity() => Seen(ActivityTypes.Typing);
    public IEndOfConversationActivity AsEndOfConversationActivity() => Seen(ActivityTypes.EndOfConversation);
    public IEventActivity AsEventActivity() => Seen(ActivityTypes.Event);
    public IInvokeActivity AsInvokeActivity() => Seen(ActivityTypes.Invoke);
    public IMessageUpdateActivity AsMessageUpdateActivity() => Seen(ActivityTypes.MessageUpdate);
    public IMessageDeleteActivity AsMessageDeleteActivity() => Seen(ActivityTypes.MessageDelete);
    public IMessageReactionActivity AsMessageReactionActivity() => Seen(ActivityTypes.MessageReaction);
    public ISuggestionActivity AsSuggestionActivity() => Seen(ActivityTypes.Suggestion);
    public ITraceActivity AsTraceActivity() => Seen(ActivityTypes.Trace);
    public IHandoffActivity AsHandoffActivity() => Seen(ActivityTypes.Handoff);
    public ICommandActivity AsCommandActivity() => Seen(ActivityTypes.Command);
    public ICommandResultActivity AsCommandResultActivity() => Seen(ActivityTypes.CommandResult);

    /// <summary>Whether there is anything for a person to see: text, summary, attachment or channel data.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments?.Count > 0 || ChannelData is not null;

    public Mention[] GetMentions() =>
        Entities?.Where(entity => Is(entity.Type, "mention")).Select(entity => entity.Properties.ToObject<Mention>()).ToArray() ?? [];

    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT typed when ChannelData.GetType() == typeof(TypeT) => typed,
        _ => ((JObject)ChannelData).ToObject<TypeT>(),
    };

    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null) return false;
        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch
        {
            return false; // Any shape that does not fit is "no", as in the real schema.
        }
    }

    /// <summary>A sub-type such as "message/audio" counts as its type.</summary>
    protected bool IsActivity(string activityType) =>
        Is(Type, activityType) || Type?.StartsWith(activityType + "/", StringComparison.OrdinalIgnoreCase) == true;

    private Activity Seen(string activityType) => IsActivity(activityType) ? this : null;
}
