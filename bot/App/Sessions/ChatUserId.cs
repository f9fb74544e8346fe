using System.Security.Cryptography;
using System.Text;
using OneVisit.Domain.Identity;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// User ids on the chat channel. Residents get a random one. The id of a member of staff carries a signature, so that nobody becomes staff
/// by calling themselves so.
/// </summary>
internal sealed class ChatUserId(BotSettings settings)
{
    private const string Resident = "dl_r-";
    private const string Staff = "dl_s-";
    private const int SignatureLength = 16;
    private readonly LookupHash hash = new(settings.ParticipantKey);

    public static string NewResident() => Resident + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public string OfStaff(string staffId) => $"{Staff}{staffId}-{SignatureOf(staffId)}";

    /// <summary>The participant behind a user id on a channel; <c>null</c> for a claim to be staff that is not signed by us.</summary>
    public string? ParticipantOf(string? channelId, string? userId)
    {
        if (string.IsNullOrEmpty(userId)) return null;
        if (userId.StartsWith(Staff, StringComparison.OrdinalIgnoreCase)) return StaffOf(userId);
        return Contracts.Participants.ResidentPrefix + hash.Of("channel", channelId + "|" + userId)[..22];
    }

    private string? StaffOf(string userId)
    {
        var rest = userId[Staff.Length..];
        var dash = rest.LastIndexOf('-');
        if (dash <= 0 || !userId.StartsWith(Staff, StringComparison.Ordinal)) return null;
        var (staffId, signature) = (rest[..dash], rest[(dash + 1)..]);
        var right = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignatureOf(staffId)), Encoding.UTF8.GetBytes(signature));
        return right ? Contracts.Participants.StaffPrefix + staffId : null;
    }

    private string SignatureOf(string staffId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(settings.ChatKey, Encoding.UTF8.GetBytes(staffId)))[..SignatureLength];
}
