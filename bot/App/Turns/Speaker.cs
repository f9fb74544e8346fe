using Microsoft.Bot.Schema;
using Microsoft.Extensions.Caching.Memory;
using OneVisit.Bot.State;
using OneVisit.Contracts;
using OneVisit.Domain;

namespace OneVisit.Bot.Turns;

/// <summary>Who speaks in a turn.</summary>
internal sealed record Speaker(string Participant, Language Language)
{
    public bool IsNamed => Participant.Length > 0;

    public bool IsStaff => IsStaffs(Participant);

    /// <summary>Says nothing of who it is.</summary>
    public static Speaker Nobody(Language language) => new("", language);

    /// <summary>The program itself, asking whose an account is.</summary>
    public static Speaker Door { get; } = new(Participants.Door, Language.Chinese);

    public static bool IsStaffs(string participant) => participant.StartsWith(Participants.StaffPrefix, StringComparison.Ordinal);
}

/// <summary>The language in which a visitor opened the page, until the page itself tells it. A hint: forgotten at a restart.</summary>
internal sealed class VisitorLanguages(BotMemory memory)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    public void Note(string userId, Language language) =>
        memory.Set(KeyOf(userId), language.Code(), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Kept, Size = 16 });

    /// <summary>In which an activity says its page is; <c>null</c>: neither it nor the page told.</summary>
    public string? LocaleOf(Activity? activity) => activity?.Locale ?? (activity?.From?.Id is { } userId ? memory.Get<string>(KeyOf(userId)) : null);

    /// <summary>Language of a turn before anything is remembered of the person.</summary>
    public Language LanguageOf(Activity? activity) => Languages.Parse(LocaleOf(activity));

    private static string KeyOf(string userId) => "visitor-language|" + userId;
}
