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

    [Theory]
    [InlineData("https://127.0.0.1:{0}/")]
    [InlineData("https://localhost:{0}/")]
    [InlineData("https://[::1]:{0}/")]
    [InlineData("https://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("https://2130706433:{0}/")]
    [InlineData("https://0x7f.1:{0}/")]
    [InlineData("https://0:{0}/")]
    [InlineData("https://169.254.169.254/")]
    [InlineData("https://10.0.0.1/")]
    [InlineData("http://93.184.216.34/")]
    [InlineData("ftp://93.184.216.34/")]
    public async Task A_channel_that_an_activity_names_is_not_looked_for_in_our_own_network_nor_without_encryption(string service)
    {
        await using var elsewhere = await FakeChannel.StartAsync();
        elsewhere.Files["secret"] = [1];
        var named = string.Format(System.Globalization.CultureInfo.InvariantCulture, service, elsewhere.Url.Port);

        Assert.Equal(ProblemCodes.UnsupportedFile, (await FetchAsync(named + "files/secret", named)).Problem?.Code);
        Assert.Empty(elsewhere.FilesRead);
    }

    [Theory]
    [InlineData("93.184.216.34", true)]
    [InlineData("2606:2800:220:1:248:1893:25c8:1946", true)]
    [InlineData("127.8.9.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("168.63.129.16", false)]
    [InlineData("100.100.100.200", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void What_is_no_address_of_the_internet_is_known(string address, bool onTheInternet) => Assert.Equal(onTheInternet, InternetAddresses.IsOne(System.Net.IPAddress.Parse(address)));

    [Fact]
    public async Task A_file_over_ten_megabytes_is_refused()
    {
        city.Channel.Files["big"] = new byte[DocumentReading.MostBytes + 1];
        Assert.Equal(ProblemCodes.TooLarge, (await FetchAsync(new Uri(city.Channel.Url, "files/big").ToString())).Problem?.Code);
    }

    private Task<Fetched> FetchAsync(string url, string? service = null) =>
        city.Services.GetRequiredService<ChannelFiles>().FetchAsync(new IncomingFile("a.jpg", "image/jpeg", url), service ?? city.Channel.Url.ToString(), CancellationToken.None);
}
