using OneVisit.Bot.Turns;

namespace OneVisit.Bot.BackOffices;

/// <summary>Shows the back office who speaks: signed under a key that both share, or by this program's own identity. Which of them is the installation's; never both.</summary>
internal interface IFrontDoorWord
{
    /// <exception cref="HttpRequestException">This program cannot prove who it is just now.</exception>
    ValueTask GiveAsync(HttpRequestMessage request, Speaker speaker, CancellationToken stop);
}
