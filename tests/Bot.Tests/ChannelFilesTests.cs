using Microsoft.Extensions.DependencyInjection;
using OneVisit.Bot.Errands;
using OneVisit.Bot.Tests.City;
using OneVisit.Contracts;
using OneVisit.Conversation;
using OneVisit.Domain.Documents;

namespace OneVisit.Bot.Tests;

[Collection(CityCollection.Name)]
public sealed class ChannelFilesTests(BotCity city)
{
    [Fact]
    public async Task A_file_of_the_channel_is_fetched()
    {
        city.Channel.Files["a.jpg"] = [1, 2, 3];
        Assert.Equal([1, 2, 3], (await FetchAsync(new Uri(city.Channel.Url, "files/a.jpg").ToString())).Bytes!);
    }

    [Fact]
    public async Task A_link_to_another_place_is_not_followed()
    {
        await using var elsewhere = await FakeChannel.StartAsync();
        elsewhere.Files["secret"] = [1];
        await FetchAsync(new Uri(elsewhere.Url, "files/secret").ToString());
        Assert.Empty(elsewhere.FilesRead);
    }

    [Fact]
    public async Task A_detour_to_another_place_is_not_followed()
    {
        await using var elsewhere = await FakeChannel.StartAsync();
        elsewhere.Files["secret"] = [1];
        await FetchAsync(new Uri(city.Channel.Url, "away?to=" + Uri.EscapeDataString(new Uri(elsewhere.Url, "files/secret").ToString())).ToString());
        Assert.Empty(elsewhere.FilesRead);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    public async Task What_is_no_address_of_the_channel_is_refused(string url) =>
        Assert.Equal(ProblemCodes.UnsupportedFile, (await FetchAsync(url)).Problem?.Code);

    [Fact]
    public async Task The_channels_name_before_another_host_is_refused() =>
        Assert.Equal(ProblemCodes.UnsupportedFile, (await FetchAsync($"http://{city.Channel.Url.Authority}@evil.example/files/a.jpg")).Problem?.Code);

    [Fact]
    public async Task A_file_over_ten_megabytes_is_refused()
    {
        city.Channel.Files["big"] = new byte[DocumentReading.MostBytes + 1];
        Assert.Equal(ProblemCodes.TooLarge, (await FetchAsync(new Uri(city.Channel.Url, "files/big").ToString())).Problem?.Code);
    }

    private Task<Fetched> FetchAsync(string url) =>
        city.Services.GetRequiredService<ChannelFiles>().FetchAsync(new IncomingFile("a.jpg", "image/jpeg", url), city.Channel.Url.ToString(), CancellationToken.None);
}
