using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>One thing said or done in a conversation, as it travels on the wire (Bot Framework Activity 3.x). Times are UTC unless they carry an offset.</summary>
[DebuggerDisplay("[{Type}]")]
public partial class Activity
{
    [JsonProperty("type")] public string Type { get; set; }
    [JsonProperty("id")] public string Id { get; set; }
    [JsonProperty("timestamp")] public DateTimeOffset? Timestamp { get; set; }
    [JsonProperty("localTimestamp")] public DateTimeOffset? LocalTimestamp { get; set; }
    [JsonProperty("localTimezone")] public string LocalTimezone { get; set; }
    [JsonProperty("serviceUrl")] public string ServiceUrl { get; set; }
    [JsonProperty("channelId")] public string ChannelId { get; set; }
    [JsonProperty("from")] public ChannelAccount From { get; set; }
    [JsonProperty("conversation")] public ConversationAccount Conversation { get; set; }
    [JsonProperty("recipient")] public ChannelAccount Recipient { get; set; }
    [JsonProperty("textFormat")] public string TextFormat { get; set; }
    [JsonProperty("attachmentLayout")] public string AttachmentLayout { get; set; }
    [JsonProperty("membersAdded")] public IList<ChannelAccount> MembersAdded { get; set; }
    [JsonProperty("membersRemoved")] public IList<ChannelAccount> MembersRemoved { get; set; }
    [JsonProperty("reactionsAdded")] public IList<MessageReaction> ReactionsAdded { get; set; }
    [JsonProperty("reactionsRemoved")] public IList<MessageReaction> ReactionsRemoved { get; set; }
    [JsonProperty("topicName")] public string TopicName { get; set; }
    [JsonProperty("historyDisclosed")] public bool? HistoryDisclosed { get; set; }
    [JsonProperty("locale")] public string Locale { get; set; }
    [JsonProperty("text")] public string Text { get; set; }
    [JsonProperty("speak")] public string Speak { get; set; }
    [JsonProperty("inputHint")] public string InputHint { get; set; }
    [JsonProperty("summary")] public string Summary { get; set; }
    [JsonProperty("suggestedActions")] public SuggestedActions SuggestedActions { get; set; }
    [JsonProperty("attachments")] public IList<Attachment> Attachments { get; set; }
    [JsonProperty("entities")] public IList<Entity> Entities { get; set; }

    /// <summary>Whatever the channel adds; a <see cref="JObject"/> once parsed.</summary>
    [JsonProperty("channelData")] public object ChannelData { get; set; }

    [JsonProperty("action")] public string Action { get; set; }
    [JsonProperty("replyToId")] public string ReplyToId { get; set; }
    [JsonProperty("label")] public string Label { get; set; }
    [JsonProperty("valueType")] public string ValueType { get; set; }

    /// <summary>The payload of a submit, event or invoke; a <see cref="JToken"/> or a plain value once parsed.</summary>
    [JsonProperty("value")] public object Value { get; set; }

    [JsonProperty("name")] public string Name { get; set; }
    [JsonProperty("relatesTo")] public ConversationReference RelatesTo { get; set; }
    [JsonProperty("code")] public string Code { get; set; }
    [JsonProperty("expiration")] public DateTimeOffset? Expiration { get; set; }
    [JsonProperty("importance")] public string Importance { get; set; }
    [JsonProperty("deliveryMode")] public string DeliveryMode { get; set; }
    [JsonProperty("listenFor")] public IList<string> ListenFor { get; set; }
    [JsonProperty("textHighlights")] public IList<TextHighlight> TextHighlights { get; set; }
    [JsonProperty("semanticAction")] public SemanticAction SemanticAction { get; set; }
    [JsonProperty("callerId")] public string CallerId { get; set; }

    /// <summary>Fields this schema does not know, kept for the way back.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new();
}
