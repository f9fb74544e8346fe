using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Bot.Schema;
using OneVisit.Bot.Turns;
using OneVisit.Conversation;
using OneVisit.Domain;

namespace OneVisit.Bot.Forms;

/// <summary>What a link opens: a form of one case, or of the application being prepared in one conversation, for one person.</summary>
/// <param name="CaseId"><c>null</c>: the application being prepared.</param>
/// <param name="Material">Code of the form, or the kind of a paper that the office issued.</param>
internal sealed record FormLink(string Participant, string Language, string? CaseId, string Material, string ChannelId, string ConversationId, long Until)
{
    public Speaker Speaker => new(Participant, Languages.Parse(Language));

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(FormLink);
}

/// <summary>
/// Makes and reads the addresses of forms in a resident's cards. They are sealed, so that nothing in them can be read or changed, and
/// open for half an hour: whoever is handed the telephone next week sees nothing.
/// </summary>
internal sealed class FormLinks(IDataProtectionProvider protection, BotSettings settings)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const int LongestToken = 1_500;

    // Like the sessions by the real clock, whatever day a demo clock shows.
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly IDataProtector protector = protection.CreateProtector("OneVisit.FormLink");

    /// <summary>Addresses for the cards of a turn.</summary>
    public Func<string, string, string, string> AddressesFor(Activity activity, string participant, Language language) => (act, caseId, material) =>
    {
        var link = new FormLink(
            participant, language.Code(), caseId == FormAddress.Draft ? null : caseId, material, activity.ChannelId, activity.Conversation.Id, 0);
        var address = new Uri(settings.PublicUrl, $"forms/{TokenOf(link, Lifetime)}");
        return act switch { FormAddress.Sign => $"{address}/sign", FormAddress.Paper => $"{address}/paper", FormAddress.Folder => $"{address}/folder", FormAddress.Export => $"{address}/export", _ => address.ToString() };
    };

    public string TokenOf(FormLink link, TimeSpan lifetime) =>
        protector.Protect(JsonSerializer.Serialize(link with { Until = (clock.GetUtcNow() + lifetime).ToUnixTimeSeconds() }));

    public FormLinkReading Read(string token)
    {
        if (token.Length > LongestToken)
            return new FormLinkReading.Unknown();
        try
        {
            var link = JsonSerializer.Deserialize<FormLink>(protector.Unprotect(token))!;
            return link.Until < clock.GetUtcNow().ToUnixTimeSeconds() ? new FormLinkReading.Expired(Languages.Parse(link.Language)) : new FormLinkReading.Open(link);
        }
        catch (Exception broken) when (broken is CryptographicException or JsonException or FormatException)
        {
            return new FormLinkReading.Unknown();
        }
    }
}

/// <summary>What a token in an address turned out to be.</summary>
internal abstract record FormLinkReading
{
    public sealed record Open(FormLink Link) : FormLinkReading;

    public sealed record Expired(Language Language) : FormLinkReading;

    /// <summary>Not one of ours, or not whole.</summary>
    public sealed record Unknown : FormLinkReading;

    private FormLinkReading() { }
}
