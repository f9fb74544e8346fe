using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Conversation;

namespace OneVisit.Bot.State;

/// <summary>All that the bot remembers of one conversation. At rest it is sealed as a whole.</summary>
internal sealed record Talk
{
    /// <summary>How many activities back a repetition is known as one.</summary>
    private const int Remembered = 40;

    /// <summary>Who speaks here; nobody else is answered in this conversation.</summary>
    public string? Participant { get; init; }

    public DialogueState? Resident { get; init; }

    public StaffState? Staff { get; init; }

    /// <summary>An agent's conversation with a client, while they apply together.</summary>
    public DialogueState? Client { get; init; }

    /// <summary>Was welcomed.</summary>
    public bool Joined { get; init; }

    /// <summary>Language of the page when it last spoke.</summary>
    public string? Locale { get; init; }

    /// <summary>Digest of the address by which this person is reached, as last written to the book of conversations.</summary>
    public string? AddressDigest { get; init; }

    /// <summary>Ids of the activities answered last.</summary>
    public ImmutableArray<string> Answered { get; init; } = [];

    /// <summary>What the back office could not be told yet, in order.</summary>
    [JsonConverter(typeof(PendingErrandsConverter))]
    public ImmutableArray<PendingErrand> Pending { get; init; } = [];

    /// <summary>What was proven here, in the back office's own words; the latest last.</summary>
    public ImmutableArray<string> Proofs { get; init; } = [];

    /// <summary>Somebody left: it is opened to nobody any more, and nothing is said in it.</summary>
    public bool IsLeft { get; init; }

    /// <summary>The same with nothing in it but what has still to be handed on.</summary>
    public Talk Left() => new()
    {
        Participant = Participant, Joined = Joined, Locale = Locale, AddressDigest = AddressDigest, Answered = Answered, Pending = Pending, IsLeft = true,
        Resident = Resident is null ? null : new DialogueState { Language = Resident.Language, LanguageChosen = Resident.LanguageChosen },
    };

    public Talk HavingAnswered(string? activityId) => activityId is null ? this : this with { Answered = [.. Answered.TakeLast(Remembered - 1), activityId] };
}
