using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Sessions;
using OneVisit.Bot.Tests.City;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class WaitingErrandTests(BotCity city)
{
    [Theory]
    [InlineData(500, "heldup")]
    [InlineData(404, "gonegn")]
    public async Task Somebody_whom_the_channel_does_not_reach_holds_up_nobody_elses_errand(int status, string id)
    {
        Talker[] residents = [.. new[] { await city.ReadyToSubmitAsync(id + "0000000001"), await city.ReadyToSubmitAsync(id + "0000000002") }.OrderBy(ParticipantOf)];
        var (first, second) = (residents[0], residents[1]);
        using (city.Office.GoDown()) await Task.WhenAll(residents.Select(resident => resident.SayAsync("提交")));
        city.Channel.Broken[first.Conversation] = status;
        try
        {
            Assert.NotEmpty(await city.Channel.UntilAsync(second.Conversation, said => said.Any(spoken => spoken.Content.Contains("XT261124-" + id.ToUpperInvariant(), StringComparison.Ordinal))));
        }
        finally
        {
            city.Channel.Broken.Remove(first.Conversation, out _);
        }
    }

    private string ParticipantOf(Talker talker) => city.Services.GetRequiredService<ChatUserId>().ParticipantOf("directline", talker.UserId)!;
}
