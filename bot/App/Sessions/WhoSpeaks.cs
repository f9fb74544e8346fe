using Microsoft.Bot.Schema;
using OneVisit.Bot.Notices;
using OneVisit.Bot.Pages;
using OneVisit.Bot.Turns;

namespace OneVisit.Bot.Sessions;

/// <summary>Who speaks in an activity, as far as its channel proves it; asked anew in each turn. Where the tenant signs staff in, an open chat ends with the account in the directory, as the pages do.</summary>
internal sealed class WhoSpeaks(ChatUserId ids, TeamsAccounts teams, StaffAccounts accounts, PageWords words, VisitorLanguages languages, BotSettings settings)
{
    /// <returns>The participant; <c>null</c>: nobody we speak with here.</returns>
    /// <exception cref="BackOfficeSilentException">It cannot be known now.</exception>
    public async Task<string?> OfAsync(Activity activity, CancellationToken stop) => TeamsAccounts.IsTeams(activity)
        ? await teams.ParticipantOfAsync(activity, stop)
        : ids.AccountOf(activity.From?.Id) is { } account ? await accounts.ParticipantOfAsync(account, stop)
        : NamedOf(activity);

    // A chat of before the tenant signed staff in names no account, and is opened anew.
    private string? NamedOf(Activity activity) =>
        ids.ParticipantOf(activity.ChannelId, activity.From?.Id) is { } named && !(Speaker.IsStaffs(named) && settings.Entra is { ClientId: not null }) ? named : null;

    /// <summary>What somebody is told who is nobody here: the same to all, so that nothing is learnt from it.</summary>
    public string Refusal(Activity activity) => TeamsAccounts.IsTeams(activity)
        ? string.Format(null, words[languages.LanguageOf(activity), "botNotStaffInTeams"], settings.PublicUrl)
        : words[languages.LanguageOf(activity), "botNotStaff"];
}
