using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using OneVisit.Bot.Notices;

namespace OneVisit.Bot.Sessions;

/// <summary>Who speaks in Microsoft Teams: a member of staff whose account stands in the directory, or nobody. Residents do not come this way.</summary>
/// <remarks>
/// The account (<c>aadObjectId</c>) and the tenant are written into an activity by Teams' own service after it has signed the person in, never by their client; and only that
/// service comes in under this channel's name: the adapter checks its token (Microsoft's signature, our id as audience, the key's endorsement for the channel that the activity
/// names, the service's address). Without an id of ours the adapter checks nothing, and so nobody is believed. What a card or a person carries is never read here.
/// </remarks>
internal sealed class TeamsAccounts(StaffAccounts accounts, BotSettings settings)
{
    public static bool IsTeams(Activity? activity) => activity?.ChannelId == Channels.Msteams;

    /// <returns><c>null</c>: nobody of this city's staff, or not between the two of us.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be known now.</exception>
    public async Task<string?> ParticipantOfAsync(Activity activity, CancellationToken stop)
    {
        if (settings.AppId.Length == 0 || settings.StaffTenant is not { } tenant || !IsPersonal(activity.Conversation) || !IsOf(tenant, activity)) return null;
        if (!Guid.TryParseExact(activity.From?.AadObjectId, "D", out var account) || account == Guid.Empty) return null;
        return await accounts.ParticipantOfAsync(account, stop);
    }

    // In a group everybody would read what is for one.
    private static bool IsPersonal(ConversationAccount? conversation) => conversation is { IsGroup: not true } && conversation.ConversationType is null or "personal";

    // It may stand in two places: where it does, it has to be ours.
    private static bool IsOf(Guid tenant, Activity activity)
    {
        string?[] told = [activity.Conversation?.TenantId, ((activity.ChannelData as JObject)?["tenant"] as JObject)?["id"]?.ToString()];
        return told.Any(id => id is not null) && told.All(id => id is null || (Guid.TryParse(id, out var theirs) && theirs == tenant));
    }
}
