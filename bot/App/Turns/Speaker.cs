using Microsoft.Extensions.Caching.Memory;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Turns;

/// <summary>Who speaks in a turn.</summary>
internal sealed record Speaker(string Participant, Language Language)
{
    public bool IsStaff => Participant.StartsWith(Participants.StaffPrefix, StringComparison.Ordinal);
}

/// <summary>The language in which a visitor opened the page, until the page itself tells it. A hint: forgotten at a restart.</summary>
internal sealed class VisitorLanguages(BotMemory memory)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    public void Note(string userId, string language) =>
        memory.Set(KeyOf(userId), language, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 16 });

    public string? Find(string? userId) => userId is null ? null : memory.Get<string>(KeyOf(userId));

    private static string KeyOf(string userId) => "visitor-language|" + userId;
}
