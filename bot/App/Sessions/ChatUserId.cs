using System.Security.Cryptography;
using System.Text;
using OneVisit.Domain.Identity;

namespace OneVisit.Bot.Sessions;

/// <summary>
/// User ids on the chat channel, at most 64 characters, as Direct Line takes no longer ones. Residents get a random one. The id of a member of staff carries a signature, so that
/// nobody becomes staff by calling themselves so; where the tenant signs staff in, it names their account, and the directory says whose that is.
/// </summary>
internal sealed class ChatUserId(BotSettings settings)
{
    /// <summary>With which all ids of people begin on Direct Line (Direct Line API 3.0, "Generate a token": user).</summary>
    public const string Prefix = "dl_";

    private const string Resident = Prefix + "r-";
    private const string Staff = Prefix + "s-";
    private const int SignatureLength = 16;

    // No id of a member of staff has it: an account follows.
    private const char Account = '~';

    private readonly LookupHash hash = new(settings.ParticipantKey);

    public static string NewResident() => Resident + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Where the tenant signs nobody in.</summary>
    public string OfStaff(string staffId) => Signed(staffId);

    /// <param name="account">With which they signed in at the city's tenant.</param>
    public string OfAccount(Guid account) => Signed($"{Account}{account:N}");

    /// <summary>The participant behind a user id on a channel; <c>null</c> for a claim to be staff that is not signed by us, and for an account, of which only the directory knows.</summary>
    public string? ParticipantOf(string? channelId, string? userId)
    {
        if (string.IsNullOrEmpty(userId)) return null;
        if (userId.StartsWith(Staff, StringComparison.OrdinalIgnoreCase)) return StaffOf(userId);
        return Contracts.Participants.ResidentPrefix + hash.Of("channel", channelId + "|" + userId)[..22];
    }

    /// <summary>The account with which a member of staff opened the chat, as far as it is signed by us; <c>null</c>: with none.</summary>
    public Guid? AccountOf(string? userId) =>
        userId is not null && WhoOf(userId) is [Account, .. var told] && Guid.TryParseExact(told, "N", out var account) ? account : null;

    private string? StaffOf(string userId) => WhoOf(userId) is { } who && !who.Contains(Account, StringComparison.Ordinal) ? Contracts.Participants.StaffPrefix + who : null;

    private string? WhoOf(string userId)
    {
        if (!userId.StartsWith(Staff, StringComparison.Ordinal)) return null;
        var rest = userId[Staff.Length..];
        var dash = rest.LastIndexOf('-');
        if (dash <= 0) return null;
        var (who, signature) = (rest[..dash], rest[(dash + 1)..]);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(SignatureOf(who)), Encoding.UTF8.GetBytes(signature)) ? who : null;
    }

    private string Signed(string who) => $"{Staff}{who}-{SignatureOf(who)}";

    private string SignatureOf(string who) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(settings.ChatKey, Encoding.UTF8.GetBytes(who)))[..SignatureLength];
}
