namespace Microsoft.Bot.Schema;

/// <summary>Who came, who left.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }
    IList<ChannelAccount> MembersRemoved { get; set; }
    string TopicName { get; set; }
    bool? HistoryDisclosed { get; set; }
}

public interface IContactRelationUpdateActivity : IActivity
{
    string Action { get; set; }
}

public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}

public interface IEndOfConversationActivity : IActivity
{
    string Code { get; set; }
    string Text { get; set; }
}

public interface ITypingActivity : IActivity;

public interface IHandoffActivity : IActivity;
