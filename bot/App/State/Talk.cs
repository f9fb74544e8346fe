using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Contracts;
using OneVisit.Conversation;

namespace OneVisit.Bot.State;

/// <summary>All that the bot remembers of its talk with one person, however many conversations of the channel it has gone through. At rest it is sealed as a whole.</summary>
internal sealed record Talk
{
    /// <summary>How many activities back a repetition is known as one.</summary>
    private const int Remembered = 40;

    /// <summary>More messages than this are not told again: the cases themselves say the rest.</summary>
    private const int MostUnseen = 10;

    // Two a day for more than half a year, and as much as anybody reads.
    private const int MostEnded = 400;
    private const int MostWaiting = 100;

    /// <summary>Who speaks here; nobody else is answered.</summary>
    public string? Participant { get; init; }

    public DialogueState? Resident { get; init; }

    public StaffState? Staff { get; init; }

    /// <summary>An agent's conversation with a client, while they apply together.</summary>
    public DialogueState? Client { get; init; }

    /// <summary>Was welcomed.</summary>
    public bool Joined { get; init; }

    /// <summary>Language of the page when it last spoke.</summary>
    public string? Locale { get; init; }

    /// <summary>By which their page is let in; <c>null</c>: no page of ours opened this.</summary>
    public Line? Line { get; init; }

    /// <summary>The newest conversation in which they were heard: where they are told what comes.</summary>
    public string? Conversation { get; init; }

    /// <summary>What a resident was told since they last spoke, the newest last: in another conversation they see nothing of it.</summary>
    public ImmutableArray<Unseen> Unseen { get; init; } = [];

    /// <summary>Conversations in which a member of staff signed out: tokens of them may live on.</summary>
    public ImmutableArray<string> Ended { get; init; } = [];

    /// <summary>Messages to a member of staff that no task of theirs tells again, from when they were at no page; without the words that are asked for when they are told.</summary>
    public ImmutableArray<Notice> Waiting { get; init; } = [];

    /// <summary>What errands came to that ran while they were at no page, in their words.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>Somebody came back to it in a new conversation: what was told before is shown to nobody there, as another of the household may hold the telephone.</summary>
    public bool IsRetold { get; init; }

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

    /// <summary>Whether a conversation is the one they are in now, and not an older one on a page that was left open.</summary>
    public bool IsNewest(string conversationId) => Line is null || Line.ConversationId == conversationId;

    /// <summary>Whether somebody is still let in by this conversation: of staff, as long as one of their sign-ins lasts and nobody signed out.</summary>
    /// <remarks>A line of before it said so is opened anew by its page; where no page of ours opened one, another has let them in.</remarks>
    public bool IsOpenIn(string conversationId, DateTimeOffset now) => Line is null || (now < Line.Until && !Ended.Contains(conversationId));

    /// <summary>Nobody is heard any more in the conversations of their pages, nor in the one in which they were last.</summary>
    public Talk SignedOut(DateTimeOffset now) => Line is null ? this : this with
    {
        Line = Line with { Until = now }, Ended = [.. Ended.Union([Line.ConversationId, Conversation ?? Line.ConversationId], StringComparer.Ordinal).TakeLast(MostEnded)],
    };

    /// <summary>Messages that were told in other conversations than this.</summary>
    public IEnumerable<Notice> MissedIn(string conversationId) => Unseen.Where(told => told.ConversationId != conversationId).Select(told => told.Notice);

    /// <summary>A message waits until they are at a page.</summary>
    public Talk HavingToWait(Notice notice) => Waiting.Any(known => known.NoticeId == notice.NoticeId) ? this : this with { Waiting = [.. Waiting.TakeLast(MostWaiting - 1), notice] };

    /// <summary>They were told something, and have not spoken since.</summary>
    public Talk HavingTold(Notice notice, string conversationId) =>
        this with { Unseen = [.. Unseen.Where(told => told.Notice.NoticeId != notice.NoticeId).TakeLast(MostUnseen - 1), new(notice, conversationId)] };

    /// <summary>What was told before was told in this conversation once more.</summary>
    public Talk HavingToldAgain(string conversationId) => this with { Unseen = [.. Unseen.Select(told => told with { ConversationId = conversationId })] };

    /// <summary>They spoke in this conversation, with all before their eyes that was told in it.</summary>
    public Talk HavingSpoken(string conversationId) => this with { Unseen = Unseen.RemoveAll(told => told.ConversationId == conversationId) };

    /// <summary>For whoever comes next under the same name: only what has still to be handed on, and only if it is theirs.</summary>
    public Talk BegunAnew(string participant) => Participant == participant ? new() { Participant = Participant, Locale = Locale, Answered = Answered, Pending = Pending } : new();

    /// <summary>The same with nothing in it but what has still to be handed on.</summary>
    public Talk Left() => new()
    {
        Participant = Participant, Joined = Joined, Locale = Locale, Conversation = Conversation, AddressDigest = AddressDigest, Answered = Answered, Pending = Pending, IsLeft = true,
        Resident = Resident is null ? null : new DialogueState { Language = Resident.Language, LanguageChosen = Resident.LanguageChosen },
    };

    public Talk HavingAnswered(string? activityId) => activityId is null ? this : this with { Answered = [.. Answered.TakeLast(Remembered - 1), activityId] };
}

/// <summary>The channel's conversation that a person's pages open.</summary>
/// <param name="Token">The last of the channel's for it: while it lives the next one is had for it. No page has it: each gets one of its own.</param>
internal sealed record Line(string ConversationId, string Token)
{
    /// <summary>Until when who signed in is heard in it, exclusive; <c>null</c>: as long as the channel lets them in. What is over begins no more.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Never prints the token.</summary>
    public override string ToString() => nameof(Line);
}

/// <param name="Notice">Without the words that are asked for when it is told.</param>
/// <param name="ConversationId">In which it was told.</param>
internal sealed record Unseen(Notice Notice, string ConversationId);
