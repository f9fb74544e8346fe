using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests;

/// <summary>Where the programs go by themselves: to what a setting names, or to the channel that spoke. A new way out is written down here with its reason.</summary>
public sealed partial class OutgoingTests
{
    // Where each finds its address.
    private static readonly Dictionary<string, string> WaysOut = new()
    {
        ["bot/App/BackOffices/BackOffice.cs"] = "OneVisit:BackOfficeUrl",
        ["bot/App/BackOffices/BackOfficeRegistration.cs"] = "OneVisit:BackOfficeUrl",
        ["bot/App/BotApplication.cs"] = "registers the bot's",
        ["bot/App/Errands/ChannelFiles.cs"] = "OneVisit:DirectLine:Url, or the signed address of the channel on the internet (ChannelConnections)",
        ["bot/App/Errands/ChannelConnections.cs"] = "looks at every address for ChannelFiles",
        ["bot/App/Notices/ToldBefore.cs"] = "OneVisit:DirectLine:Url",
        ["bot/App/Operations/Telemetry.cs"] = "OTEL_EXPORTER_OTLP_ENDPOINT",
        ["bot/App/Sessions/DirectLineTokens.cs"] = "OneVisit:DirectLine:Url",
        ["functions/App/Mandates/CodeGateways.cs"] = "OneVisit:CodeGateway",
        ["functions/App/Sharing/CityPlatform.cs"] = "OneVisit:SharingUrl",
        ["functions/App/Sharing/RecordExchange.cs"] = "OneVisit:SharingUrl",
        ["functions/App/Sharing/SharingRegistration.cs"] = "OneVisit:SharingUrl",
        ["functions/App/Uploads/ClamdScan.cs"] = "OneVisit:Antivirus",
    };

    [Fact]
    public void The_programs_go_out_only_where_it_is_written_down() => Assert.Equal(
        WaysOut.Keys.Order(StringComparer.Ordinal),
        Repository.Sources("functions", "bot").Where(source => GoesOut().IsMatch(source.Text)).Select(source => source.Path).Order(StringComparer.Ordinal));

    // With a redirect, what was meant for one host is told to another: a key, a telephone number, a question about a person.
    [Fact]
    public void Nobody_who_is_asked_sends_us_on() => Assert.All(
        Repository.Sources("functions", "bot").Where(source => OwnHandler().IsMatch(source.Text)),
        source => Assert.Matches(@"AllowAutoRedirect\b", source.Text));

    [GeneratedRegex(@"\b(HttpClient|AddHttpClient|IHttpClientFactory|AddHttpClientInstrumentation|TcpClient|Socket|WebRequest|ClientWebSocket)\b")]
    private static partial Regex GoesOut();

    [GeneratedRegex(@"\bUseSocketsHttpHandler\b|\bnew SocketsHttpHandler\b|\bnew HttpClient\b")]
    private static partial Regex OwnHandler();
}
