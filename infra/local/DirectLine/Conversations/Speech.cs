using System.Text.Json.Nodes;

namespace OneVisit.Local.DirectLine.Conversations;

/// <summary>Activities on their way to the bot. Made in its place in the queue: its turn comes after those made before.</summary>
internal sealed class Speech(IReadOnlyList<JsonObject> activities, SemaphoreSlim turn)
{
    private readonly Task come = turn.WaitAsync();

    /// <summary>The id of the last, which is what was said.</summary>
    public string? Id => activities[^1].Text("id");

    /// <summary>Hands the activities over, one after the other, when its turn has come.</summary>
    public async Task DeliverAsync(Func<JsonObject, Task> hand)
    {
        await come;
        try
        {
            foreach (var activity in activities) await hand(activity);
        }
        finally
        {
            turn.Release();
        }
    }
}
