namespace Microsoft.Bot.Schema;

/// <summary>Something that happened, with a name and a value; nobody waits for an answer.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

/// <summary>A call: the channel waits for an <see cref="Builder.InvokeResponse"/>.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}

public interface ICommandActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}

public interface ICommandResultActivity : IActivity
{
    string Name { get; set; }
    object Value { get; set; }
}

public interface ITraceActivity : IActivity
{
    string Name { get; set; }
    string Label { get; set; }
    string ValueType { get; set; }
    object Value { get; set; }
    ConversationReference RelatesTo { get; set; }
}
