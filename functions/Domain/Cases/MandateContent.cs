using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// What is signed with a one-time code: services, holder, acts, who hears and the last day, each by its stable name in a fixed order. It can be
/// made again from the journal, so that a signature is checked for decades whatever forms look like then.
/// </summary>
public static class MandateContent
{
    /// <summary>Fingerprint, base64url of SHA-256.</summary>
    /// <param name="subject">What it belongs to: the id of the submission.</param>
    public static string HashOf(string subject, IEnumerable<string> services, string villageCode, MandateWish wish)
    {
        string[] parts =
        [
            "onevisit-mandate-1", subject, string.Join(',', services.Order(StringComparer.Ordinal)),
            Offices.InChargeOf(villageCode, wish.Level), wish.Person?.Participant ?? "",
            string.Join(',', wish.ActsWished), wish.NoticesWished, wish.ExpiresOn is { } last ? Day(last) : "",
        ];
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(parts))));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
