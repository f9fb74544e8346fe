using System.Text.Json.Nodes;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Turns;

namespace OneVisit.Bot.Notices;

/// <summary>Asks the channel what of a notice stands in a conversation. Direct Line only: other channels are not asked.</summary>
internal sealed class ToldBefore(HttpClient http, BotSettings settings, ILogger<ToldBefore> log)
{
    /// <returns>Ids of the activities that told it, in order; none when the channel will not say, as a person is told twice rather than never.</returns>
    /// <exception cref="ChannelSilentException">It does not answer now: it may say later.</exception>
    public async Task<IReadOnlyList<string>> FindAsync(ConversationReference reference, string noticeId, CancellationToken stop)
    {
        if (reference.ChannelId != Channels.Directline) return [];
        try
        {
            return [.. (await HistoryAsync(reference.Conversation.Id, stop)).Where(said => NoticeOf(said) == noticeId).Select(said => said["id"]!.GetValue<string>())];
        }
        catch (HttpRequestException silent) when (silent.StatusCode is null or >= System.Net.HttpStatusCode.InternalServerError)
        {
            throw new ChannelSilentException(silent);
        }
        catch (OperationCanceledException late) when (!stop.IsCancellationRequested)
        {
            throw new ChannelSilentException(late);
        }
        catch (Exception silent) when (silent is HttpRequestException or System.Text.Json.JsonException or InvalidOperationException)
        {
            log.LogWarning("The channel does not say whether notice {NoticeId} was told: {Kind}", noticeId, silent.GetType().FullName);
            return [];
        }
    }

    // In sets, until one is empty.
    private async Task<IReadOnlyList<JsonObject>> HistoryAsync(string conversation, CancellationToken stop)
    {
        var said = new List<JsonObject>();
        for (var watermark = "0"; ;)
        {
            using var request = settings.DirectLineRequest(HttpMethod.Get, $"conversations/{Uri.EscapeDataString(conversation)}/activities?watermark={watermark}");
            using var answer = await http.SendAsync(request, stop);
            var set = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>(stop);
            JsonObject[] more = [.. set?["activities"]?.AsArray().OfType<JsonObject>() ?? []];
            if (more.Length == 0 || set!["watermark"]?.ToString() is not { } next || next == watermark) return said;
            said.AddRange(more);
            watermark = next;
        }
    }

    private static string? NoticeOf(JsonObject activity) => (activity["channelData"] as JsonObject)?[NoticeMark.Field]?.ToString();
}

/// <summary>The channel did not answer; no failure of what was to be told. At a start the bot may read its queue before the channel beside it listens.</summary>
internal sealed class ChannelSilentException(Exception inner) : Exception("The channel does not answer.", inner);
