using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using OneVisit.Local.DirectLine.History;

namespace OneVisit.Local.DirectLine.Tokens;

/// <summary>Links to attachments that whoever holds them may read until they expire; nobody can make one up.</summary>
internal sealed class SignedLinks(DirectLineOptions options)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly byte[] key = Vault.Derive(options, "links");

    public string LinkTo(string conversation, string attachment)
    {
        var until = (options.Clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return $"{options.Root}/v3/directline/attachments/{conversation}/{attachment}?until={until.ToString(CultureInfo.InvariantCulture)}&sig={Signature(conversation, attachment, until)}";
    }

    public bool IsGood(string conversation, string attachment, long until, string signature) =>
        options.Clock.GetUtcNow().ToUnixTimeSeconds() < until
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(signature), Encoding.ASCII.GetBytes(Signature(conversation, attachment, until)));

    private string Signature(string conversation, string attachment, long until) =>
        WebEncoders.Base64UrlEncode(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{conversation}\n{attachment}\n{until.ToString(CultureInfo.InvariantCulture)}")));
}
