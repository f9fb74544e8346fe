using Newtonsoft.Json.Linq;

namespace OneVisit.Bot.Turns;

/// <summary>
/// Of a turn that tells a notice: everything sent bears the notice's id as channel data, so that after a power cut the conversation itself
/// says what of it was told.
/// </summary>
/// <param name="said">Ids of the activities by which an earlier try told it, in order.</param>
internal sealed class NoticeMark(string noticeId, IReadOnlyList<string> said)
{
    /// <summary>Name of the channel data.</summary>
    public const string Field = "noticeId";

    private int next;

    public JObject ChannelData => new() { [Field] = noticeId };

    /// <returns>The activity by which the next thing to say was said already; <c>null</c>: it has still to be said.</returns>
    public string? NextSaid() => next < said.Count ? said[next++] : null;
}
