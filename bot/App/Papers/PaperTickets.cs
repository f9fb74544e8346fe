using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using OneVisit.Bot.Forms;
using OneVisit.Bot.Turns;
using OneVisit.Conversation;
using OneVisit.Domain;

namespace OneVisit.Bot.Papers;

/// <summary>Who asked at the pages to see which paper: enough to ask the back office again in their name, and nothing that opens it by itself.</summary>
/// <param name="Name">Of the file, without its ending; of nobody.</param>
internal sealed record PaperTicket(string CaseId, string DocumentId, string Name, string Participant, string Language)
{
    /// <summary>Of the conversation whose link was followed; <c>null</c>: asked by staff who were signed in.</summary>
    public string? ChannelId { get; init; }

    public string? ConversationId { get; init; }

    public string Id { get; init; } = "";

    /// <summary>Unix seconds.</summary>
    public long Until { get; init; }

    public static PaperTicket OfStaff(Speaker speaker, string caseId, string documentId) =>
        new(caseId, documentId, $"{caseId}-{documentId[..Math.Min(8, documentId.Length)]}", speaker.Participant, speaker.Language.Code());

    public static PaperTicket Of(FormLink link, string caseId, string documentId) =>
        new(caseId, documentId, link.Material, link.Participant, link.Language) { ChannelId = link.ChannelId, ConversationId = link.ConversationId };

    /// <summary>The link that was followed, as far as it says who follows it; <c>null</c>: none was.</summary>
    public FormLink? Link() => ChannelId is { } channel && ConversationId is { } conversation ? new(Participant, Language, CaseId, Name, channel, conversation, Until) : null;

    [JsonIgnore]
    public Speaker Speaker => new(Participant, Languages.Parse(Language));

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(PaperTicket);
}

/// <summary>Makes and reads tickets: sealed, so that nothing in them can be read or changed, and by keys that all instances of the bot have.</summary>
internal sealed class PaperTickets(IDataProtectionProvider protection)
{
    /// <summary>As long as a browser takes to follow a redirect on a village's line.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private const int Longest = 3_000;

    // Like the sessions by the real clock, whatever day a demo clock shows.
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly IDataProtector protector = protection.CreateProtector("OneVisit.PaperTicket");

    public string New(PaperTicket ticket, TimeSpan lifetime) =>
        protector.Protect(JsonSerializer.Serialize(ticket with { Id = Guid.NewGuid().ToString("N"), Until = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds() }));

    public PaperTicketReading Read(string text)
    {
        if (text.Length > Longest) return new PaperTicketReading.Unknown();
        try
        {
            var ticket = JsonSerializer.Deserialize<PaperTicket>(protector.Unprotect(text))!;
            return ticket.Until < clock.GetUtcNow().ToUnixTimeSeconds() ? new PaperTicketReading.Over(ticket) : new PaperTicketReading.Open(ticket);
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or FormatException)
        {
            return new PaperTicketReading.Unknown();
        }
    }
}

/// <summary>What a ticket in an address turned out to be.</summary>
internal abstract record PaperTicketReading
{
    public sealed record Open(PaperTicket Ticket) : PaperTicketReading;

    /// <summary>One of ours, for a look that is over.</summary>
    public sealed record Over(PaperTicket Ticket) : PaperTicketReading;

    /// <summary>Not one of ours, or not whole.</summary>
    public sealed record Unknown : PaperTicketReading;

    private PaperTicketReading() { }
}
