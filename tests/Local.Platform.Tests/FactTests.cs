using System.Net.Http.Json;
using System.Text.Json;
using OneVisit.Domain;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Sharing;
using OneVisit.Functions.Sharing;
using OneVisit.Local.Platform.Sandbox;

namespace OneVisit.Local.Platform.Tests;

/// <summary>What the back office tells, as the sandbox takes it in both shapes.</summary>
public sealed class FactTests : IAsyncLifetime
{
    private const string Key = "a-key-for-the-tests";
    private static readonly PushedFact Fact = new(
        "XT261124-ABCDEF-9", FactClasses.LowIncome, FactNames.Approved, "XT261124-ABCDEF", "D1.2", new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero), new DateOnly(2026, 12, 1), new Money(1620));

    private readonly HttpClient http = new();
    private SandboxPlatform platform = null!;

    public async Task InitializeAsync()
    {
        platform = await SandboxPlatform.StartAsync(new PlatformOptions(Key) { Port = 0 });
        http.DefaultRequestHeaders.Add("X-Sharing-Key", Key);
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await platform.DisposeAsync();
    }

    [Theory]
    [InlineData(SharingShapes.Questions)]
    [InlineData(SharingShapes.Records)]
    public async Task The_same_fact_sent_twice_is_there_once(string shape)
    {
        Assert.IsType<PushAnswer.Acknowledged>(await PushAsync(shape, Fact));
        Assert.IsType<PushAnswer.Acknowledged>(await PushAsync(shape, Fact));

        var fact = Assert.Single((await FactsAsync()).EnumerateArray());
        Assert.Equal((Fact.Key, 2), (fact.GetProperty("key").GetString(), fact.GetProperty("times").GetInt32()));
    }

    [Theory]
    [InlineData(SharingShapes.Questions)]
    [InlineData(SharingShapes.Records)]
    public async Task Another_content_under_the_same_key_is_refused(string shape)
    {
        await PushAsync(shape, Fact);

        Assert.IsType<PushAnswer.Refused>(await PushAsync(shape, Fact with { Monthly = new Money(1) }));
    }

    [Theory]
    [InlineData(SharingShapes.Questions)]
    [InlineData(SharingShapes.Records)]
    public async Task A_platform_that_is_down_takes_it_later_and_one_that_refuses_never(string shape)
    {
        platform.Faults.Set("facts", new Fault(FaultKind.Down));
        Assert.IsType<PushAnswer.NotNow>(await PushAsync(shape, Fact));
        platform.Faults.Set("facts", new Fault(FaultKind.Refusing));
        Assert.IsType<PushAnswer.Refused>(await PushAsync(shape, Fact));
    }

    private Task<PushAnswer> PushAsync(string shape, PushedFact fact)
    {
        var options = new SharingOptions(platform.Url, Key, shape);
        ISharingPlatform adapter = shape == SharingShapes.Records ? new RecordExchange(http, options, TimeProvider.System) : new CityPlatform(http, options, TimeProvider.System);
        return adapter.PushAsync(fact, ((IdReading.Valid)ResidentId.Read("370982197001010016", new(2026, 11, 24))).Id, CancellationToken.None);
    }

    private async Task<JsonElement> FactsAsync() => await http.GetFromJsonAsync<JsonElement>(new Uri(platform.Url, "sandbox/facts"));
}
