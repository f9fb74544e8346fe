using System.Globalization;
using OneVisit.Bot.Pages;

namespace OneVisit.Bot.Safekeeping;

/// <summary>What is said alike of the pass over data keys and of the one over what people are found by.</summary>
internal static class PassWords
{
    public static string Left(this Keeper keeper, int? left) => left is { } known ? known.ToString(CultureInfo.InvariantCulture) : keeper.Say("safeNotCounted");

    /// <param name="none">What is said where there was no pass.</param>
    public static Html Pass(this Keeper keeper, DateTimeOffset? startedAt, DateTimeOffset? doneAt, DateTimeOffset? stillSince, string none) => Html.Of($"""
        {(stillSince is { } since ? Html.Of($"<p class=\"wrong\"><b>{keeper.Say("safePassStill", keeper.Moment(since))}</b></p>") : Html.None)}
        <p class="quiet">{(startedAt is { } started ? keeper.Say("safePass", keeper.Moment(started), doneAt is { } done ? keeper.Moment(done) : keeper.Say("safeNotYet")) : keeper.Say(none))}</p>
        """);
}
